import { trainReader } from './train-reader.ts';

trainReader((line) => console.log(line));
