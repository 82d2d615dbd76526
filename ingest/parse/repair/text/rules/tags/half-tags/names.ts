/**
 * Names, as part of a regular expression, of the elements whose tags may have lost a bracket: those of text, and Word’s
 * paragraph mark.
 */
export const NAMES =
  'h[1-6]|p|li|ul|ol|td|th|tr|table|thead|tbody|caption|blockquote|div|span|o:p|strong|em|b'
