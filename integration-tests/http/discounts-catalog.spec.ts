import { storeTest } from "../support/store-test"
import { dataSuite } from "./discounts/data.suite"
import { adminSuite } from "./discounts/admin.suite"
import { statesSuite } from "./discounts/states.suite"
import { answersSuite } from "./discounts/answers.suite"
import { catalogueSuite } from "./discounts/catalogue.suite"
import { cartSuite } from "./discounts/cart.suite"
import { renewalsSuite } from "./discounts/renewals.suite"
import { refusalsSuite } from "./discounts/refusals.suite"
import { versionsSuite } from "./discounts/versions.suite"

storeTest(
  dataSuite,
  adminSuite,
  statesSuite,
  answersSuite,
  cartSuite,
  catalogueSuite,
  renewalsSuite,
  refusalsSuite,
  versionsSuite,
)
