import {useEditor} from '@portabletext/editor'
import {DragHandleIcon} from '@sanity/icons/DragHandle'
import {Portal} from '@sanity/ui'
import {type PointerEvent as ReactPointerEvent, useEffect, useState} from 'react'
import {styled} from 'styled-components'
import {blockKeyOf, blockSelector} from '../../shared/block-elements.ts'
import {type Box, type Drop, dropAt, targetOf} from './drop.ts'

type Editor = ReturnType<typeof useEditor>

const BLOCK = '[data-pt-editor] > [data-pt-path]'

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

/** A handle beside the block under the pointer, to drag the block to another place. Shortcuts do the same from the keyboard. */
export function DragHandle() {
  const editor = useEditor()
  const [place, setPlace] = usePointedBlock(editor)
  const [drop, setDrop] = useState<Drop>()
  const {readOnly} = editor.getSnapshot().context
  if (!place || readOnly) return null
  const start = (event: ReactPointerEvent<HTMLElement>) => {
    event.preventDefault()
    const root = document.querySelector(blockSelector([place.key]))?.parentElement
    if (!root) return
    followDrag(event, (pointer, isEnd) => {
      if (!pointer) return setDrop(undefined)
      const boxes = boxesOf(root)
      const target = dropAt(boxes, pointer.clientY)
      if (!isEnd) return setDrop(target)
      const keys = boxes.map(({key}) => key)
      const to = targetOf(keys, place.key, target)
      if (to) editor.send({type: 'move.block', at: [{_key: place.key}], to: [{_key: to}]})
      setDrop(undefined)
      setPlace(undefined)
    })
  }
  return (
    <Portal>
      <Handle
        data-copydesk-handle=""
        data-testid="drag-handle"
        aria-hidden="true"
        title="Drag to move this block"
        style={{top: place.top + 8, left: place.left - 3}}
        onPointerDown={start}
      >
        <DragHandleIcon />
      </Handle>
      {drop && <Line style={{top: drop.y - 1, left: drop.left, width: drop.width}} />}
    </Portal>
  )
}

/** A block, and where it is on the screen. */
interface PointedBlock {
  key: string
  top: number
  left: number
}

/** The block under the pointer. Typing and scrolling hide it. */
function usePointedBlock(editor: Editor) {
  const [place, setPlace] = useState<PointedBlock>()
  useEffect(() => {
    const has = (key: string) => editor.getSnapshot().context.value.some(({_key}) => _key === key)
    const follow = (event: PointerEvent) => {
      const target = event.target as Element | null
      if (event.buttons > 0 || target?.closest('[data-copydesk-handle]')) return
      const block = target?.closest(BLOCK)
      const key = block && blockKeyOf(block)
      if (!block || !key || !has(key)) return setPlace(undefined)
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
  return [place, setPlace] as const
}

/**
 * Follows the pointer until it is released.
 *
 * @param onChange called with each event, and whether it is the last; called without an event when the drag is cancelled
 */
function followDrag(
  start: ReactPointerEvent<HTMLElement>,
  onChange: (event: PointerEvent | undefined, isEnd: boolean) => void,
): void {
  const handle = start.currentTarget
  handle.setPointerCapture(start.pointerId)
  const stop = () => {
    handle.removeEventListener('pointermove', move)
    handle.removeEventListener('pointerup', end)
    handle.removeEventListener('pointercancel', cancel)
  }
  const move = (event: PointerEvent) => onChange(event, false)
  const end = (event: PointerEvent) => {
    stop()
    onChange(event, true)
  }
  const cancel = () => {
    stop()
    onChange(undefined, true)
  }
  handle.addEventListener('pointermove', move)
  handle.addEventListener('pointerup', end)
  handle.addEventListener('pointercancel', cancel)
}

/** The boxes of all blocks in the editor, where they are now. */
function boxesOf(editor: Element): Box[] {
  return [...editor.querySelectorAll(':scope > [data-pt-path]')].flatMap((element): Box[] => {
    const key = blockKeyOf(element)
    if (!key) return []
    const {top, bottom, left, width} = element.getBoundingClientRect()
    return [{key, top, bottom, left, width}]
  })
}
