// Building elements. Whatever comes from data goes in as text or as an attribute value, never as markup.

const SVG = "http://www.w3.org/2000/svg";

/** An HTML element. `on` holds listeners, `style` custom properties and styles; children are nodes or text. */
export function el(tag, { on = {}, style = {}, ...attributes } = {}, ...children) {
  return fill(document.createElement(tag), on, style, attributes, children);
}

/** An SVG element. */
export function svg(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), {}, {}, attributes, children);
}

function fill(element, on, style, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== null && value !== false) {
      element.setAttribute(name, value === true ? "" : String(value));
    }
  }
  for (const [name, value] of Object.entries(style)) {
    element.style.setProperty(name, String(value)); // set from script, so that the policy against inline styles holds
  }
  for (const [event, listener] of Object.entries(on)) {
    element.addEventListener(event, listener);
  }
  element.append(...children.filter((child) => child !== undefined && child !== null));
  return element;
}

/**
 * Makes the children of `parent` follow `items`, reusing an element as long as its key lives, so that focus, open details and
 * charts survive a poll. `create(item)` returns `{ element, update(item) }`.
 */
export function reconcile(parent, items, keyOf, create) {
  const known = (parent.entries ??= new Map());
  const focused = document.activeElement;
  const live = new Set(items.map(keyOf));
  for (const [key, entry] of known) {
    if (!live.has(key)) {
      entry.element.remove();
      entry.removed?.();
      known.delete(key);
    }
  }
  let at = parent.firstElementChild;
  for (const item of items) {
    const key = keyOf(item);
    const entry = known.get(key) ?? create(item);
    known.set(key, entry);
    entry.update(item);
    if (entry.element === at) {
      at = at.nextElementSibling;
    } else {
      parent.insertBefore(entry.element, at);
    }
  }
  if (focused !== document.activeElement && focused?.isConnected) {
    focused.focus({ preventScroll: true }); // moving an element takes its focus away
  }
}
