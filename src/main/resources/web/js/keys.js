// The keys of the drawn board are one stop of the tab key; the arrow keys lead from one to the next.

const STEPS = new Map([
  ["ArrowLeft", [-1, 0]],
  ["ArrowRight", [1, 0]],
  ["ArrowUp", [0, -1]],
  ["ArrowDown", [0, 1]],
]);

/** @param {KeyboardEvent} event */
export function walk(event) {
  const key = /** @type {Element} */ (event.target).closest("a.key");
  if (!(key instanceof SVGElement)) return;
  const step = STEPS.get(event.key);
  if (step) {
    event.preventDefault();
    reach(key, next(key, step));
  } else if (event.key === " ") {
    event.preventDefault();
    key.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
  }
}

/**
 * @param {SVGElement} from
 * @param {SVGElement} to
 */
function reach(from, to) {
  for (const key of keys(from)) key.setAttribute("tabindex", key === to ? "0" : "-1");
  to.focus();
}

/** @param {SVGElement} key */
function keys(key) {
  return /** @type {SVGElement[]} */ ([...(key.ownerSVGElement?.querySelectorAll("a.key") ?? [])]);
}

/**
 * The nearest key in a direction; what lies aside counts three times.
 * @param {SVGElement} from
 * @param {number[]} step
 */
function next(from, [right, down]) {
  const here = middle(from);
  let nearest = from;
  let least = Infinity;
  for (const key of keys(from)) {
    const there = middle(key);
    const ahead = (there.x - here.x) * right + (there.y - here.y) * down;
    const aside = Math.abs((there.x - here.x) * down) + Math.abs((there.y - here.y) * right);
    const far = ahead + 3 * aside;
    if (key !== from && ahead > 1 && far < least) {
      least = far;
      nearest = key;
    }
  }
  return nearest;
}

/** @param {SVGElement} key */
function middle(key) {
  const box = key.getBoundingClientRect();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
