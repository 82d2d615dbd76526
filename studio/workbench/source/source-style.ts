import {styled} from 'styled-components'

/** The text of a source, with the looks of marks, removed text and blocks. */
export const Pre = styled.pre`
  margin: 0;
  white-space: pre-wrap;
  overflow-wrap: anywhere;
  font-family: var(--font-family-code, ui-monospace, Menlo, Consolas, monospace);
  font-size: 13px;
  line-height: 20px;
  color: var(--card-fg-color);
  text-align: start;
  unicode-bidi: plaintext;

  &[data-readable='true'] {
    font-family: inherit;
    font-size: 15px;
    line-height: 24px;
  }
  &:focus-visible {
    outline: 2px solid var(--card-focus-ring-color);
    outline-offset: 4px;
  }
  & mark,
  & del {
    color: inherit;
    border-radius: 2px;
    cursor: pointer;
    background-color: transparent;
    box-shadow: inset 0 -1px 0 var(--card-badge-default-dot-color);
  }
  & del {
    color: var(--card-muted-fg-color);
    text-decoration: line-through;
    box-shadow: none;
  }
  & [data-severity='warning'] {
    background-color: var(--card-badge-caution-bg-color);
    box-shadow: inset 0 -2px 0 var(--card-badge-caution-dot-color);
  }
  & [data-severity='error'] {
    background-color: var(--card-badge-critical-bg-color);
    box-shadow: inset 0 -2px 0 var(--card-badge-critical-dot-color);
  }
  & [data-block] {
    cursor: pointer;
  }
  & [data-chosen='true'] {
    background-color: var(--card-badge-primary-bg-color);
  }
  & [data-selected='true'] {
    outline: 2px solid var(--card-focus-ring-color);
    outline-offset: 1px;
  }
`
