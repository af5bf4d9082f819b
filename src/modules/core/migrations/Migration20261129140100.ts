import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * What every pass asks of a cart, as a function: the database keeps its plan, which costs eight times what running it
 * costs. It always answers one row.
 */
export class Migration20261129140100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create or replace function service_core_cart_facts(asked_id text) returns table(has_records boolean,
      email text, account_id text, bound_customer_id text, bound_by text) language plpgsql stable
      set plan_cache_mode = force_generic_plan as $$
      #variable_conflict use_column
      begin
        return query select
          exists (select 1 from service_core_line_record r where r.cart_id = asked_id and r.deleted_at is null),
          cart.email, account.id, buyer.customer_id, buyer.bound_by
        from (values (asked_id)) as asked (cart_id)
        left join cart on cart.id = asked.cart_id and cart.deleted_at is null and cart.completed_at is null
        left join customer as account
          on account.id = cart.customer_id and account.has_account and account.deleted_at is null
        left join service_core_cart_buyer as buyer on buyer.cart_id = asked.cart_id and buyer.deleted_at is null;
      end $$;`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop function if exists service_core_cart_facts(text);`)
  }
}
