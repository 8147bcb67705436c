// Preloaded into the bot of the try-out, whose clock its parent can move ahead by a message.
const real = Date.now.bind(Date);
let ahead = 0;
Date.now = () => real() + ahead;
process.on('message', (message) => {
  if (typeof message?.aheadMs === 'number') ahead += message.aheadMs;
});
process.channel?.unref();
