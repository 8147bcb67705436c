import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRequestError } from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import { errorCode } from '../../src/slack/error-code.ts';

const NAME = 'Anna Example';

describe('errorCode', () => {
  it.each([
    [new WebAPIPlatformError({ ok: false, error: 'not_in_channel' }), 'not_in_channel'],
    [new WebAPIRequestError(new Error(NAME)), 'slack_webapi_request_error'],
    [new WebAPIHTTPError(503, NAME, {}, NAME), 'slack_webapi_http_error'],
    [new TypeError(NAME), 'TypeError'],
    [Object.assign(new Error(NAME), { code: NAME }), 'Error'],
    [{ data: { error: NAME } }, 'unknown'],
    [NAME, 'unknown'],
    [undefined, 'unknown'],
  ])('gives a code and never the message', (error, expected) => {
    expect(errorCode(error)).toBe(expected);
  });
});
