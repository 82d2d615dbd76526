/** Times as news formats write them. */

/** A time of ISO 8601 in the form without separators, with them: `20240305T090000Z`. Others stay as they are. */
export const dayAndTime = (written: string): string =>
  written
    .trim()
    .replace(/^(\d{4})(\d\d)(\d\d)(?=$|T)/, '$1-$2-$3')
    .replace(/T(\d\d)(\d\d)(\d\d)(?=$|[Z+-])/, 'T$1:$2:$3')
    .replace(/T(\d\d)(\d\d)(?=$|[Z+-])/, 'T$1:$2')
    .replace(/([+-]\d\d)(\d\d)$/, (zone, hours, minutes) =>
      written.includes('T') ? `${hours}:${minutes}` : zone,
    )
