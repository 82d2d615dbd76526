/** With `?raw`, Vite imports a file as its text. */
declare module '*.css?raw' {
  const text: string
  export default text
}
