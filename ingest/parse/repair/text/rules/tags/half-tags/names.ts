/**
 * Names, as a part of a regular expression, of the elements whose tags are looked for where a bracket is lost: those that text
 * is made of, and Word's paragraph mark.
 */
export const NAMES =
  'h[1-6]|p|li|ul|ol|td|th|tr|table|thead|tbody|caption|blockquote|div|span|o:p|strong|em|b'
