// Updates once before the next frame, however often an update is requested.

const waiting = new Set();
let isAsked = false;

export function nextFrame(work) {
  waiting.add(work);
  if (!isAsked) {
    isAsked = true;
    requestAnimationFrame(runAll);
  }
}

function runAll() {
  isAsked = false;
  const works = [...waiting];
  waiting.clear();
  for (const work of works) {
    work();
  }
}
