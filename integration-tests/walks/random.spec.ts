import { storeTest } from "../support/store-test"
import { accountsWalkSuite } from "../http/billing/accounts-walk.suite"
import { randomCartsSuite } from "../http/discounts/random-carts.suite"
import { discountWalkSuite } from "../scenarios/discount-walk.suite"
import { packageWalkSuite } from "../scenarios/package-walk.suite"
import { salesWalkSuite } from "../scenarios/sales-walk.suite"

storeTest(accountsWalkSuite, discountWalkSuite, packageWalkSuite, salesWalkSuite, randomCartsSuite)
