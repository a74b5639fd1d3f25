// Requests to the emulator. All addresses are relative to this page.

/** A refusal by the emulator, with the emulator's message. */
export class Refusal extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

async function refusalOf(response) {
  const text = await response.text();
  try {
    return new Refusal(response.status, JSON.parse(text).message ?? text);
  } catch {
    return new Refusal(response.status, text || `The emulator answered ${response.status}.`);
  }
}

export async function read(name) {
  const response = await fetch(name, { cache: 'no-store' });
  if (!response.ok) {
    throw await refusalOf(response);
  }

  return response.json();
}

export async function send(method, name, body) {
  const response = await fetch(name, { method, body: body === undefined ? undefined : JSON.stringify(body) });
  if (!response.ok) {
    throw await refusalOf(response);
  }
}
