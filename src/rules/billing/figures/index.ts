export {
  COUNTED_EVENTS,
  FIGURES,
  MOVEMENT_KINDS,
  UPCOMING_DAYS,
  type CountedEvent,
  type Figure,
  type MovementKind,
} from "./figure-kinds"
export { figureMovement, type FigureMovement } from "./figure-movement"
export { figureRange, type FigureRange } from "./figure-range"
export { FIGURE_FILE_COLUMNS, figureSums, type DayFigures } from "./figure-sums"
export { subscriptionFigure, type FiguredLine, type SubscriptionFigure } from "./subscription-figure"
