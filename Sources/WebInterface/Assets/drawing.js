// SPDX-License-Identifier: GPL-3.0-or-later
// A small chart whose points are dragged, or moved by keys; what they are is told by shapes.js.

const names = "http://www.w3.org/2000/svg";
const [width, left, bottom, top] = [360, 34, 18, 8];

function svg(name, attributes, ...children) {
  const made = document.createElementNS(names, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/**
 * A drawing of one part of the form.
 *
 * A shape has `label`, axes `x` and `y` ({low, high, ticks: [[value, text]]}; y may be missing), `marks`
 * ({from, to, value, kind}, of kind "bar" or "span") and `handles`: {label, x, y, step: {x, y}, text(x, y),
 * moved(), set(x, y)} with `set` giving the values to write, as [path, text] pairs. Without a step an axis
 * cannot be moved along; `range` bounds x, and `offset` is from x to where the point is drawn.
 */
export class Drawing {
  /**
   * @param {string} path of the part
   * @param {function} shapeOf gives the shape as the scenario has it now; null where there is none
   * @param {function} write given pairs of path and text
   */
  constructor(path, shapeOf, write) {
    this.path = path;
    this.shapeOf = shapeOf;
    this.write = write;
    this.element = document.createElement("div");
    this.element.className = "drawing";
    this.readout = document.createElement("p");
    this.readout.className = "soft";
    this.timer = null;
    this.update();
  }

  /** Draws what the scenario says now, but not under a hand that moves. */
  update() {
    if (this.isHeld) return;
    this.shape = this.shapeOf();
    this.element.hidden = !this.shape;
    if (this.shape) this.draw();
  }

  // MARK: Places

  get height() {
    return this.shape.y ? 130 : 52;
  }

  x(value) {
    const { low, high } = this.shape.x;
    return left + (value - low) / (high - low) * (width - left - 8);
  }

  y(value) {
    if (!this.shape.y) return (this.height - bottom + top) / 2;
    const { low, high } = this.shape.y;
    return this.height - bottom - (value - low) / (high - low) * (this.height - bottom - top);
  }

  // MARK: Drawing

  draw() {
    const focused = this.element.contains(document.activeElement) ? document.activeElement.id : "";
    const { shape } = this;
    const picture = svg("svg", { viewBox: `0 0 ${width} ${this.height}`, role: "group", "aria-label": shape.label });
    for (const [value, text] of shape.y?.ticks ?? []) {
      picture.append(
        svg("line", { class: "grid", x1: left, x2: width - 8, y1: this.y(value), y2: this.y(value) }),
        svg("text", { class: "tick", x: left - 4, y: this.y(value) + 4, "text-anchor": "end" }, text));
    }
    for (const [value, text] of shape.x.ticks) {
      picture.append(svg("text", { class: "tick", x: this.x(value), y: this.height - 4, "text-anchor": "middle" }, text));
    }
    for (const mark of shape.marks) picture.append(this.mark(mark));
    shape.handles.forEach((handle, index) => picture.append(this.handle(handle, index)));
    this.picture = picture;
    this.element.replaceChildren(picture, this.readout);
    if (focused) document.getElementById(focused)?.focus();
  }

  mark({ from, to, value, kind = "bar" }) {
    const [x, y] = [this.x(from), this.y(value)];
    if (kind === "span") {
      return svg("rect", { class: "drawn", x, y: y - 9, width: Math.max(1, this.x(to) - x), height: 18 });
    }
    const base = this.y(Math.max(0, this.shape.y.low));
    return svg("rect", {
      class: "drawn", x, y: Math.min(y, base), width: Math.max(1, this.x(to) - x - 1), height: Math.abs(base - y) || 1,
    });
  }

  handle(handle, index) {
    const axis = handle.step.y ? "y" : "x";
    const { low, high } = axis === "x" && handle.range ? handle.range : this.shape[axis];
    const made = svg("circle", {
      class: "handle", r: 6, cx: this.x(handle.x + (handle.offset ?? 0)), cy: this.y(handle.y), tabindex: 0, role: "slider",
      id: `handle:${this.path}:${index}`, "aria-label": handle.label, "aria-valuemin": low, "aria-valuemax": high,
      "aria-valuenow": handle[axis], "aria-valuetext": handle.text(handle.x, handle.y),
      "aria-orientation": axis === "y" ? "vertical" : "horizontal",
    });
    made.addEventListener("focus", () => this.read(handle));
    made.addEventListener("keydown", event => this.key(event, handle));
    made.addEventListener("pointerdown", event => this.drag(event, made, handle));
    return made;
  }

  read(handle) {
    this.readout.textContent = `${handle.label}: ${handle.text(handle.x, handle.y)}`;
  }

  // MARK: Moving

  /** Puts a handle to a place on its grid. */
  put(handle, x, y) {
    const onGrid = (value, step, { low, high }) => {
      const places = Math.max(0, Math.ceil(-Math.log10(step)));
      return Number(Math.min(high, Math.max(low, Math.round(value / step) * step)).toFixed(places));
    };
    const before = [handle.x, handle.y];
    if (handle.step.x) handle.x = onGrid(x, handle.step.x, handle.range ?? this.shape.x);
    if (handle.step.y) handle.y = onGrid(y, handle.step.y, this.shape.y);
    if (handle.x === before[0] && handle.y === before[1]) return false;
    handle.moved?.();
    this.draw();
    this.read(handle);
    return true;
  }

  key(event, handle) {
    const { x = 0, y = 0 } = handle.step;
    const steps = {
      ArrowRight: [x || y, 0], ArrowLeft: [-(x || y), 0], ArrowUp: [0, y || x], ArrowDown: [0, -(y || x)],
      PageUp: [0, 10 * (y || x)], PageDown: [0, -10 * (y || x)],
    };
    let by = steps[event.key];
    if (!by) return;
    event.preventDefault();
    // With one axis every arrow moves along it.
    if (!x || !y) by = x ? [by[0] + by[1], 0] : [0, by[0] + by[1]];
    if (this.put(handle, handle.x + by[0], handle.y + by[1])) this.later(handle);
  }

  drag(event, made, handle) {
    event.preventDefault();
    made.focus();
    this.isHeld = true;
    const box = this.picture.getBoundingClientRect();
    const move = now => {
      const place = [(now.clientX - box.left) / box.width * width, (now.clientY - box.top) / box.height * this.height];
      const { x, y } = this.shape;
      this.put(
        handle, x.low + (place[0] - left) / (width - left - 8) * (x.high - x.low) - (handle.offset ?? 0),
        y ? y.low + (this.height - bottom - place[1]) / (this.height - bottom - top) * (y.high - y.low) : 0);
    };
    const end = () => {
      removeEventListener("pointermove", move);
      this.isHeld = false;
      this.later(handle, 0);
    };
    addEventListener("pointermove", move);
    addEventListener("pointerup", end, { once: true });
    addEventListener("pointercancel", end, { once: true });
  }

  /** Writes when the hand rests. */
  later(handle, wait = 350) {
    this.isHeld = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.isHeld = false;
      this.write(handle.set(handle.x, handle.y));
    }, wait);
  }
}
