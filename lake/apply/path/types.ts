/** A parsed JSONMatch path: the steps from the document inwards. */
export type Path = readonly Step[]

/** One step of a path; `filter`, `exists` and `range` select elements of an array. */
export type Step =
  | {type: 'attribute'; name: string}
  /** Negative: from the end. */
  | {type: 'index'; index: number}
  /** `[start:end]`, half-open, either end open or negative. */
  | {type: 'range'; start?: number; end?: number}
  /** `[]`, `[*]`: every element; `.*`: every attribute. */
  | {type: 'all'}
  /** `[path op literal]`: the elements of an array, or the object itself, for which it holds. */
  | {type: 'filter'; left: Operand; op: Comparison; right: Operand}
  /** `[path?]` */
  | {type: 'exists'; path: Path}
  /** `..`: the value and everything under it, before the rest of the path. */
  | {type: 'descendants'}
  /** `[a,b[0].c]`: each of these paths. */
  | {type: 'union'; paths: Path[]}

/** One side of a comparison. */
export type Operand = {type: 'path'; path: Path} | {type: 'literal'; value: string | number | boolean | null}

/** The comparison operators. Longer ones come first, since they are matched in this order. */
export const COMPARISONS = ['==', '!=', '<=', '>=', '<', '>'] as const
/** A comparison operator. */
export type Comparison = (typeof COMPARISONS)[number]

/** A place in a document: attribute names and array indices. */
export type Location = readonly (string | number)[]
