/** The message of a thrown value, for editors. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
