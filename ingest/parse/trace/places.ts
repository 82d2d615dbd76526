import type {Point} from 'unist'

/**
 * Create a function that converts offsets to points (line and column from 1, offset from 0), by binary search over line
 * starts.
 */
export function places(text: string): (offset: number) => Point {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => {
    const place = Math.max(0, Math.min(offset, text.length))
    let low = 0
    let high = starts.length
    while (high - low > 1) {
      const middle = (low + high) >>> 1
      if ((starts[middle] ?? 0) <= place) low = middle
      else high = middle
    }
    return {line: low + 1, column: place - (starts[low] ?? 0) + 1, offset: place}
  }
}
