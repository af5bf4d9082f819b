import { storeTest } from "../support/store-test"
import { availabilitySuite } from "./packages/availability.suite"
import { pickListSuite } from "./packages/pick-list.suite"
import { rentalsSuite } from "./packages/rentals.suite"
import { stockOfOrdersSuite } from "./packages/stock-of-orders.suite"
import { stockSuite } from "./packages/stock.suite"

storeTest(stockSuite, availabilitySuite, pickListSuite, rentalsSuite, stockOfOrdersSuite)
