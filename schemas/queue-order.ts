/** The order of the queue: by priority, then the article that arrived first. */
export const QUEUE_ORDERING = [
  {field: 'priority', direction: 'desc'},
  {field: '_createdAt', direction: 'asc'},
] as const

/** The same order as the argument of GROQ's `order()`. */
export const QUEUE_ORDER = QUEUE_ORDERING.map(({field, direction}) => `${field} ${direction}`).join(', ')
