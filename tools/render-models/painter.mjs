import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

import puppeteer from 'puppeteer-core';

import { COLOURS, FONT } from './look.mjs';

const require = createRequire(import.meta.url);

/**
 * A page with bpmn-js in the system's own browser; nothing is downloaded.
 * CHROMIUM_PATH says where the browser is (/usr/bin/chromium without it).
 */
export async function openPainter() {
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM_PATH || '/usr/bin/chromium',
    // Hinting would make text widths, and with them every centred label, depend on the machine.
    // The sandbox needs a user: containers of build servers run as root.
    args: [ '--font-render-hinting=none', ...(process.getuid?.() === 0 ? [ '--no-sandbox' ] : []) ]
  });

  const page = await browser.newPage();

  await page.setContent(`<style>${await fontFaces()} body { margin: 0 } #canvas { width: 1000px; height: 600px }</style>
    <div id="canvas"></div>`);
  await page.addScriptTag({ path: require.resolve('bpmn-js/dist/bpmn-viewer.production.min.js') });
  await page.evaluate((family) => document.fonts.load(`12px ${family}`, 'aạ'), FONT.family);

  return {
    /** @return { Promise<{ svg: string, png: () => Promise<Uint8Array> }> } */
    async paint(xml) {
      const svg = stable(await page.evaluate(draw, xml, COLOURS, FONT));

      return { svg, png: () => photograph(page, svg) };
    },
    close: () => browser.close()
  };
}

/** Runs in the page. */
async function draw(xml, colours, font) {
  const style = { fontFamily: font.stack, fontSize: font.size };
  const viewer = new window.BpmnJS({
    container: '#canvas',
    textRenderer: { defaultStyle: style, externalStyle: { ...style, fontSize: font.size - 1 } },
    bpmnRenderer: { defaultStrokeColor: colours.line, defaultLabelColor: colours.text }
  });

  // Colours are of the picture, not of the model: they are set on the parsed drawing and never saved.
  viewer.on('import.parse.complete', ({ definitions }) => {
    for (const shape of definitions.diagrams[0].plane.planeElement) {
      const colour = colours.of[shape.bpmnElement.$type.replace('bpmn:', '')];

      if (colour) {
        shape.set('background-color', colour.fill);
        shape.set('border-color', colour.stroke);
      }
    }
  });

  try {
    const { warnings } = await viewer.importXML(xml);

    if (warnings.length) {
      throw new Error(warnings[0].message);
    }

    return (await viewer.saveSVG()).svg;
  } finally {
    viewer.destroy();
  }
}

/** Takes out what differs from run to run: the random names of arrow heads, and the tail of long fractions. */
function stable(svg) {
  const names = new Map();

  return svg
    .replace(/(?<=id="|#)marker-[0-9a-z]+/g, (name) => names.get(name) ?? names.set(name, `marker-${names.size + 1}`).get(name))
    .replace(/-?\d+\.\d{2,}/g, (number) => String(Number(Number(number).toFixed(1))))
    .replace(/></g, '>\n<')
    .trimEnd() + '\n';
}

async function photograph(page, svg) {
  const picture = await page.browser().newPage();

  try {
    await picture.setContent(`<style>${await fontFaces()} body { margin: 0 } svg { display: block }</style>
      ${svg.slice(svg.indexOf('<svg'))}`);
    await picture.evaluate(() => document.fonts.ready);
    const { width, height } = await picture.$eval('svg', (drawing) => drawing.getBoundingClientRect().toJSON());

    await picture.setViewport({ width: Math.ceil(width), height: Math.ceil(height), deviceScaleFactor: 2 });
    return await picture.screenshot();
  } finally {
    await picture.close();
  }
}

async function fontFaces() {
  const faces = await Promise.all(FONT.subsets.map(async ({ file, range }) => {
    const bytes = await readFile(require.resolve(file));

    return `@font-face { font-family: ${FONT.family}; src: url(data:font/woff2;base64,${bytes.toString('base64')});`
      + ` unicode-range: ${range} }`;
  }));

  return faces.join('\n');
}
