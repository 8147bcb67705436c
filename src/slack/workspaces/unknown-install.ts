/** Nobody installed the app there, or it was taken out since; no token of another place is used instead. */
export class UnknownInstall extends Error {
  override readonly name = 'UnknownInstall';
  readonly code = 'install-unknown';

  constructor() {
    super('The app is not installed in the workspace that this is about (install-unknown).');
  }
}
