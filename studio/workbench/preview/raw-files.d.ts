/** Vite gives a file's text for an import that asks for it. */
declare module '*.css?raw' {
  const text: string
  export default text
}
