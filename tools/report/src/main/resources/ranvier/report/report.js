'use strict';
// The page is complete without this. It adds values under the pointer, buttons that copy, and open details in print.
(() => {
  const make = (tag, attributes, parent) => {
    const element = document.createElementNS(parent.namespaceURI, tag);
    Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
    return parent.appendChild(element);
  };

  // A figure's name would otherwise follow the pointer as a tooltip.
  document.querySelectorAll('svg.plot').forEach(plot => {
    const title = plot.querySelector(':scope > title');
    const text = plot.querySelector(':scope > desc');
    plot.removeAttribute('aria-labelledby');
    plot.setAttribute('aria-label', title.textContent + '. ' + text.textContent);
    title.remove();
  });

  const scale = text => {
    const [low, high, log] = text.split(' ');
    const from = log ? Math.log10(low) : Number(low);
    const to = log ? Math.log10(high) : Number(high);
    return part => log ? 10 ** (from + part * (to - from)) : from + part * (to - from);
  };
  const points = path => {
    const found = [];
    let x = 0, y = 0;
    for (const [, command, numbers] of path.getAttribute('d').matchAll(/([Mmlh])([^Mmlh]*)/g)) {
      const values = numbers.match(/-?\d+/g).map(Number);
      for (let i = 0; i !== values.length; i += command === 'h' ? 1 : 2) {
        x = command === 'M' ? values[i] : x + values[i];
        y = command === 'M' ? values[i + 1] : command === 'h' ? y : y + values[i + 1];
        found.push([x, y]);
      }
    }
    return found;
  };
  const digits = value => String(Number(value.toPrecision(3))).replace('-', '\u2212');

  const hint = document.createElement('div');
  hint.id = 'hint';
  hint.hidden = true;
  document.body.append(hint);
  document.querySelectorAll('svg.plot[data-x]').forEach(plot => {
    const atX = scale(plot.dataset.x), atY = scale(plot.dataset.y);
    const paths = [...plot.querySelectorAll('path.s')];
    let series = null, marks = null;
    const leave = () => {
      hint.hidden = true;
      if (marks) { marks.remove(); marks = null; }
    };
    plot.addEventListener('pointerleave', leave);
    plot.addEventListener('pointermove', event => {
      series = series || paths.map(path => ({path, points: points(path)}));
      const box = plot.getBoundingClientRect();
      const pointer = (event.clientX - box.left) / box.width * 10000;
      leave();
      if (0 > pointer || pointer > 10000) { return; }
      marks = make('g', {}, plot);
      const lines = [];
      series.forEach(({path, points}) => {
        let best = null;
        points.forEach(p => {
          if (!best || Math.abs(best[0] - pointer) > Math.abs(p[0] - pointer)) { best = p; }
        });
        const near = best ? Math.abs(best[0] - pointer) : Infinity;
        if (400 > near) { lines.push({path, best}); }
      });
      if (!lines.length) { return; }
      const nearest = lines.reduce((a, b) => Math.abs(a.best[0] - pointer) > Math.abs(b.best[0] - pointer) ? b : a).best[0];
      make('line', {class: 'cursor', x1: nearest / 100 + '%', x2: nearest / 100 + '%', y1: 0, y2: '100%'}, marks);
      hint.replaceChildren();
      const head = document.createElement('b');
      head.textContent = plot.dataset.name + ': ' + digits(atX(nearest / 10000));
      hint.append(head);
      lines.forEach(({path, best}) => {
        const colour = [...path.classList].find(name => /^[cn]\d$/.test(name));
        make('circle', {class: 'reading ' + colour, cx: best[0] / 100 + '%', cy: best[1] / 100 + '%', r: 4}, marks);
        const row = document.createElement('span');
        const swatch = document.createElement('i');
        swatch.className = colour;
        const value = document.createElement('em');
        value.textContent = digits(atY(1 - best[1] / 10000));
        row.append(swatch, path.dataset.name, value);
        hint.append(row);
      });
      hint.hidden = false;
      const left = event.pageX + 16;
      const fits = document.documentElement.clientWidth - 8 > left + hint.offsetWidth;
      hint.style.left = Math.max(8, fits ? left : event.pageX - 16 - hint.offsetWidth) + 'px';
      hint.style.top = event.pageY + 14 + 'px';
    });
  });

  document.querySelectorAll('.copy').forEach(block => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'Copy';
    button.addEventListener('click', async () => {
      const code = block.querySelector('code');
      try {
        await navigator.clipboard.writeText(code.textContent);
        button.textContent = 'Copied';
      } catch {
        getSelection().selectAllChildren(code);
        button.textContent = 'Selected';
      }
      setTimeout(() => { button.textContent = 'Copy'; }, 1600);
    });
    block.append(button);
  });

  addEventListener('beforeprint', () => document.querySelectorAll('details').forEach(part => { part.open = true; }));
})();
