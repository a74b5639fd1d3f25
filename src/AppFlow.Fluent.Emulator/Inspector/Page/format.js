// How the page writes values.

const short = {
  RegisterConnector: 'Register',
  UpdateConnectorRegistration: 'Update',
  UnregisterConnector: 'Unregister',
  DescribeConnector: 'Describe',
  ListConnectors: 'List',
};

const number = new Intl.NumberFormat('en');

export const operationName = operation => short[operation] ?? operation;

export const count = value => number.format(value);

export const several = (value, one, many) => `${count(value)} ${value === 1 ? one : many}`;

/** A name in plain words: errorAfterApplying becomes "error after applying". */
export const spoken = name => name.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`);

/** Milliseconds as 7:59:41. */
export function duration(milliseconds) {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  const two = value => String(value).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** A time as 2026-08-23 12:36:00 UTC. */
export const time = milliseconds => `${new Date(milliseconds).toISOString().slice(0, 19).replace('T', ' ')} UTC`;

/** The part of an ARN that distinguishes it from others. */
export const endOfArn = arn => arn.slice(arn.lastIndexOf(':') + 1);
