import type {DocumentBadgeComponent, DocumentBadgesResolver} from 'sanity'
import type {ReviewStatus} from '../../schemas/names.ts'
import {STATUS_TITLES} from '../../schemas/titles.ts'
import {countOpen} from './findings.ts'
import {counted} from './severity-look.ts'
import {useReview} from './use-review.ts'

const STATUS_COLORS: Record<ReviewStatus, 'primary' | 'success' | 'warning' | 'danger'> = {
  needsReview: 'warning',
  inReview: 'primary',
  approved: 'success',
  rejected: 'danger',
}

/** The status of the article on the desk. */
const StatusBadge: DocumentBadgeComponent = ({id}) => {
  const {review} = useReview(id)
  if (!review) return null
  return {
    label: STATUS_TITLES[review.status],
    color: STATUS_COLORS[review.status],
    title: 'Status on the desk',
  }
}

/** How many errors are open or, without any, how many warnings. */
const FindingsBadge: DocumentBadgeComponent = ({id}) => {
  const {review} = useReview(id)
  const open = countOpen(review)
  if (open.error > 0)
    return {
      label: counted(open.error, 'error'),
      color: 'danger',
      title: 'Open errors prevent publishing',
    }
  if (open.warning > 0)
    return {label: counted(open.warning, 'warning'), color: 'warning', title: 'Open warnings'}
  return null
}

/** Published, but not by a decision of the desk: through the API, or while the review was lost. */
const OutsideBadge: DocumentBadgeComponent = ({id, published}) => {
  const {review} = useReview(id)
  if (!published || !review || review.status === 'approved') return null
  return {
    label: 'Published outside the desk',
    color: 'warning',
    title: 'It was published without a decision on the desk',
  }
}

/** Adds the badges of the desk to articles. */
export const resolveBadges: DocumentBadgesResolver = (previous, {schemaType}) =>
  schemaType === 'article' ? [...previous, StatusBadge, FindingsBadge, OutsideBadge] : previous
