import {Button, Card, Flex} from '@sanity/ui'
import {useState} from 'react'
import {getPublishedId, type ObjectInputProps} from 'sanity'
import {styled} from 'styled-components'
import {useReview} from '../../review/use-review.ts'
import {useNarrow} from '../in-step/narrow.ts'
import {Source} from '../source/source-view.tsx'

/** Stays visible while the form below scrolls. */
const Stacked = styled(Card)`
  position: sticky;
  top: -1px;
  z-index: 20;
  height: 38vh;
  overflow: hidden;
`

/** The form of an article. In a narrow window, the source is above the form, because they do not fit side by side. */
export function StackedArticle(props: ObjectInputProps) {
  const isNarrow = useNarrow()
  const id = (props.value as {_id?: string} | undefined)?._id
  const isWhole = props.path.length === 0
  return isNarrow && isWhole && id ? (
    <WithSource articleId={getPublishedId(id)} {...props} />
  ) : (
    props.renderDefault(props)
  )
}

function WithSource({articleId, ...props}: ObjectInputProps & {articleId: string}) {
  const {review} = useReview(articleId)
  const [open, setOpen] = useState(true)
  if (!review?.scrape) return props.renderDefault(props)
  return (
    <>
      <Flex justify="flex-end" paddingBottom={2}>
        <Button
          mode="ghost"
          fontSize={1}
          padding={2}
          text={open ? 'Hide the source' : 'Show the source'}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        />
      </Flex>
      {open && (
        <Stacked border radius={3} marginBottom={4} data-testid="stacked-source">
          <Source articleId={articleId} />
        </Stacked>
      )}
      {props.renderDefault(props)}
    </>
  )
}
