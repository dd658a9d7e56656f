const NUMBER = /-?\d+(?:\.\d+)?/g;

/**
 * Whether two SVGs show the same: the same text and shapes, with every number less than one pixel apart.
 * Another version of the browser measures text a fraction wider; that is no drift, and elements of a model
 * stand on whole pixels, so a moved one is seen.
 */
export function sameDrawing(one, other) {
  if (one.replace(NUMBER, '#') !== other.replace(NUMBER, '#')) {
    return false;
  }

  const numbers = other.match(NUMBER) ?? [];

  return (one.match(NUMBER) ?? []).every((number, i) => Math.abs(number - numbers[i]) < 1);
}
