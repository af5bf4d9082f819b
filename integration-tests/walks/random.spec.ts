import { storeTest } from "../support/store-test"
import { accountsWalkSuite } from "../http/billing/accounts-walk.suite"
import { randomCartsSuite } from "../http/discounts/random-carts.suite"
import { discountWalkSuite } from "../scenarios/discount-walk.suite"
import { packageWalkSuite } from "../scenarios/package-walk.suite"
import { randomLivesSuite } from "../scenarios/random-lives.suite"
import { salesWalkSuite } from "../scenarios/sales-walk.suite"

storeTest(randomLivesSuite, accountsWalkSuite, discountWalkSuite, packageWalkSuite, salesWalkSuite, randomCartsSuite)
