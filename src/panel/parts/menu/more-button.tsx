import { Ellipsis } from 'lucide-react'

interface MoreButtonProps {
  readonly label: string
  /** `at` is the button, which the menu stands beside and gives the focus back to. */
  readonly onOpen: (at: HTMLElement) => void
}

/** Three dots that open the menu of one of many. The menu is the list's, which draws one for all of them. */
export function MoreButton({ label, onOpen }: MoreButtonProps) {
  return (
    <button
      type="button"
      className="part-icon-button"
      aria-haspopup="menu"
      aria-label={label}
      title={label}
      onClick={(event) => onOpen(event.currentTarget)}
    >
      <Ellipsis size={14} aria-hidden="true" />
    </button>
  )
}
