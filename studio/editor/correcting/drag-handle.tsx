import {useEditor} from '@portabletext/editor'
import {DragHandleIcon} from '@sanity/icons/DragHandle'
import {Portal} from '@sanity/ui'
import {type PointerEvent as ReactPointerEvent, useEffect, useState} from 'react'
import {styled} from 'styled-components'
import {type Box, type Drop, dropAt, targetOf} from './drop.ts'

const BLOCK = '[data-pt-editor] > [data-pt-path]'
const KEY = /^\[_key=="([^"\\]+)"\]$/

const Handle = styled.div`
  position: fixed;
  z-index: 300;
  width: 16px;
  height: 22px;
  display: flex;
  align-items: center;
  justify-content: center;
  cursor: grab;
  touch-action: none;
  border-radius: 2px;
  color: var(--card-icon-color);
  background: var(--card-bg-color);
  &:hover {
    background: var(--card-muted-bg-color, var(--card-code-bg-color));
  }
`

const Line = styled.div`
  position: fixed;
  z-index: 300;
  height: 2px;
  pointer-events: none;
  background: var(--card-focus-ring-color);
`

interface Place {
  key: string
  top: number
  left: number
}

const keyOf = (element: Element): string | undefined =>
  KEY.exec(element.getAttribute('data-pt-path') ?? '')?.[1]

/** The blocks of the editor that one of them stands in, where they are now. */
function boxesOf(editor: Element): Box[] {
  return [...editor.querySelectorAll(':scope > [data-pt-path]')].flatMap((element): Box[] => {
    const key = keyOf(element)
    if (!key) return []
    const {top, bottom, left, width} = element.getBoundingClientRect()
    return [{key, top, bottom, left, width}]
  })
}

/** A handle at the block under the pointer, by which it is dragged to another place; by keys, Alt+Shift with an arrow does the same. */
export function DragHandle() {
  const editor = useEditor()
  const [place, setPlace] = useState<Place>()
  const [drop, setDrop] = useState<Drop>()

  useEffect(() => {
    const has = (key: string) => editor.getSnapshot().context.value.some(({_key}) => _key === key)
    const follow = (event: PointerEvent) => {
      const target = event.target as Element | null
      if (event.buttons > 0 || target?.closest('[data-copydesk-handle]')) return
      const block = target?.closest(BLOCK)
      const key = block && keyOf(block)
      if (!block || !key || !has(key)) {
        setPlace(undefined)
        return
      }
      const {top, left} = block.getBoundingClientRect()
      setPlace((before) =>
        before?.key === key && before.top === top && before.left === left ? before : {key, top, left},
      )
    }
    const hide = () => setPlace(undefined)
    window.addEventListener('pointermove', follow, {passive: true})
    window.addEventListener('keydown', hide, {passive: true, capture: true})
    window.addEventListener('wheel', hide, {passive: true, capture: true})
    return () => {
      window.removeEventListener('pointermove', follow)
      window.removeEventListener('keydown', hide, {capture: true})
      window.removeEventListener('wheel', hide, {capture: true})
    }
  }, [editor])

  const {readOnly} = editor.getSnapshot().context
  if (!place || readOnly) return null

  const drag = (start: ReactPointerEvent<HTMLElement>) => {
    start.preventDefault()
    const root = document.querySelector(`[data-pt-path='[_key=="${CSS.escape(place.key)}"]']`)?.parentElement
    if (!root) return
    const handle = start.currentTarget
    handle.setPointerCapture(start.pointerId)
    const move = (event: PointerEvent) => setDrop(dropAt(boxesOf(root), event.clientY))
    const end = (event: PointerEvent) => {
      handle.removeEventListener('pointermove', move)
      handle.removeEventListener('pointerup', end)
      handle.removeEventListener('pointercancel', cancel)
      const boxes = boxesOf(root)
      const to = targetOf(
        boxes.map(({key}) => key),
        place.key,
        dropAt(boxes, event.clientY),
      )
      if (to) editor.send({type: 'move.block', at: [{_key: place.key}], to: [{_key: to}]})
      setDrop(undefined)
      setPlace(undefined)
    }
    const cancel = () => {
      handle.removeEventListener('pointermove', move)
      handle.removeEventListener('pointerup', end)
      setDrop(undefined)
    }
    handle.addEventListener('pointermove', move)
    handle.addEventListener('pointerup', end)
    handle.addEventListener('pointercancel', cancel)
  }

  return (
    <Portal>
      <Handle
        data-copydesk-handle=""
        data-testid="drag-handle"
        aria-hidden="true"
        title="Drag to move this block"
        style={{top: place.top + 8, left: place.left - 3}}
        onPointerDown={drag}
      >
        <DragHandleIcon />
      </Handle>
      {drop && <Line style={{top: drop.y - 1, left: drop.left, width: drop.width}} />}
    </Portal>
  )
}
