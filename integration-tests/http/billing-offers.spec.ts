import { storeTest } from "../support/store-test"
import { offersSuite } from "./billing/offers.suite"
import { offerVisibilitySuite } from "./billing/offer-visibility.suite"
import { hiddenProductsSuite } from "./billing/hidden-products.suite"
import { cartSuite } from "./billing/cart.suite"
import { savedMethodsSuite } from "./billing/saved-methods.suite"
import { typedNumbersSuite } from "./billing/typed-numbers.suite"
import { versionsSuite } from "./billing/versions.suite"

storeTest(
  offersSuite,
  offerVisibilitySuite,
  hiddenProductsSuite,
  cartSuite,
  savedMethodsSuite,
  typedNumbersSuite,
  versionsSuite,
)
