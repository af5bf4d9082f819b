import { storeTest } from "../support/store-test"
import { contractsSuite } from "./contracts.suite"
import { hostileInputSuite } from "./hostile-input.suite"
import { offersSuite } from "./billing/offers.suite"
import { offerVisibilitySuite } from "./billing/offer-visibility.suite"
import { cartSuite } from "./billing/cart.suite"
import { savedMethodsSuite } from "./billing/saved-methods.suite"
import { typedNumbersSuite } from "./billing/typed-numbers.suite"
import { versionsSuite } from "./billing/versions.suite"

storeTest(
  offersSuite,
  offerVisibilitySuite,
  cartSuite,
  savedMethodsSuite,
  contractsSuite,
  hostileInputSuite,
  typedNumbersSuite,
  versionsSuite,
)
