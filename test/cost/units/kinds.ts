/** Pieces that are the same but for their letters are of one kind, such as the words of one list. */

/** The kind of a piece: its marks in order, with one letter for words, and a repetition shortened to two. */
export function kindOf(piece: string): string {
  return piece
    .replaceAll(/\p{L}[\p{L}\p{M}\p{N}]*/gu, 'a')
    .replaceAll(/\p{N}+/gu, '1')
    .replaceAll(/(?:a[-_|.:, ]+)+a/g, 'a')
    .replaceAll(/(.{1,4}?)\1+/gsu, '$1$1')
}

/** How many pieces of a kind stand for each one that is kept. */
const MEMBERS = 64

/** The costliest pieces of each kind: one, and one more for every so many members. */
export function costliestOfKinds<T extends {piece: string; cost: number}>(measured: readonly T[]): T[] {
  const kinds = Map.groupBy(measured, ({piece}) => kindOf(piece))
  return [...kinds.values()].flatMap((members) =>
    members.toSorted((a, b) => b.cost - a.cost).slice(0, Math.ceil(members.length / MEMBERS)),
  )
}
