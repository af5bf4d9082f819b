const NOTICE = `<% if (it.notice) { %><p class="note <%= it.notice.tone %>" id="notice" role="status"><%= it.notice.text %></p><% } %>
<p class="sr" id="said" role="status"></p>`

const BASKET_BAR = `<aside class="basket-bar" id="basket-bar" aria-label="<%= it.texts.basket %>">
<p><strong><%= it.bar.count %></strong><% if (it.bar.sum) { %> · <%= it.bar.sum %><% } %></p>
<a class="as-button" href="<%= it.path %>/basket<%= it.query %>"><%= it.texts.to_basket %></a>
</aside>`

/** The articles, with a form for each: it works without JavaScript. */
export const CATALOGUE_TEMPLATE = `
${NOTICE}
<h1><%= it.title %></h1>
<p class="intro soft"><%= it.texts.intro %> <%= it.taxHint %></p>
<form class="find" method="get" action="<%= it.path %>" role="search">
<input type="hidden" name="lang" value="<%= it.language %>">
<div class="field"><label for="q"><%= it.texts.search %></label><input type="search" id="q" name="q" value="<%= it.search %>" maxlength="100" autocomplete="off"></div>
<% if (it.groups.length) { %><div class="field"><label for="group"><%= it.texts.group %></label><select id="group" name="group" data-at-once><option value=""><%= it.texts.all_groups %></option><% for (const one of it.groups) { %><option value="<%= one.id %>"<% if (one.isChosen) { %> selected<% } %>><%= one.name %></option><% } %></select></div><% } %>
<button type="submit"><%= it.texts.find %></button>
</form>
<div class="bar"><p class="soft" role="status"><%= it.found %><% if (it.isFiltered) { %> · <a class="linked" href="<%= it.path %><%= it.query %>"><%= it.texts.clear %></a><% } %></p>
<% if (it.again) { %><form method="post" action="<%= it.path %>/again<%= it.query %>"><input type="hidden" name="form_key" value="<%= it.formKey %>"><button type="submit" title="<%= it.texts.again_hint %>"><%= it.texts.again %></button></form><% } %></div>
<% if (!it.products.length) { %><p class="card"><%= it.texts.none %></p><% } %>
<ul class="products">
<% for (const product of it.products) { %><li class="product">
<h2><%= product.title %></h2>
<% if (product.description) { %><p class="soft"><%= product.description %></p><% } %>
<% if (product.price) { %><p class="prices"><span class="sr"><%= it.texts.your_price %></span> <strong><%= product.price.yours %></strong><% if (product.price.list) { %> <span class="sr"><%= it.texts.list_price %></span> <s><%= product.price.list %></s><% } %><% if (product.price.every) { %> <span class="soft"><%= product.price.every %></span><% } %></p><% } %>
<% if (product.extra.length) { %><ul class="extra"><% for (const one of product.extra) { %><li><%= one %></li><% } %></ul><% } %>
<% if (product.isOnRequest) { %><p class="soft"><%= it.texts.on_request %></p><% } %>
<% for (const one of product.choose) { %><p><a class="as-button" href="<%= it.path %>/package/<%= one.id %><%= it.query %>"><%= one.label %><span class="sr"> <%= product.title %></span></a></p><% } %>
<% if (product.variants.length) { %><form method="post" action="<%= it.path %>/<%= product.isOnRequest ? "request" : "add" %><%= it.here %>"<% if (!product.isOnRequest) { %> data-stay<% } %>>
<input type="hidden" name="form_key" value="<%= it.formKey %>">
<% if (product.variants.length === 1) { %><input type="hidden" name="variant_id" value="<%= product.variants[0].id %>"><% } else { %><div class="field"><label for="v-<%= product.id %>"><%= it.texts.choose %></label><select id="v-<%= product.id %>" name="variant_id"><% for (const one of product.variants) { %><option value="<%= one.id %>"><%= one.label %></option><% } %></select></div><% } %>
<% if (product.isOnRequest) { %><details><summary><%= it.texts.message %></summary><textarea name="message" maxlength="2000" aria-label="<%= it.texts.message %>"></textarea></details><% } %>
<div class="put"><div class="field"><label for="n-<%= product.id %>"><%= it.texts.quantity %><span class="sr"> <%= product.title %></span></label><input type="number" id="n-<%= product.id %>" name="quantity" value="1" min="1" max="100000" step="1" inputmode="numeric" required></div>
<button type="submit" class="<%= product.isOnRequest ? "" : "primary" %>"><%= product.isOnRequest ? it.texts.request : it.texts.add %><span class="sr"> <%= product.title %></span></button></div>
</form><% } %>
</li>
<% } %></ul>
<% if (it.pages) { %><nav class="pages" aria-label="<%= it.pages.label %>">
<% if (it.pages.previous) { %><a href="<%= it.pages.previous %>" rel="prev"><%= it.texts.previous %></a><% } %>
<span><%= it.pages.label %></span>
<% if (it.pages.next) { %><a href="<%= it.pages.next %>" rel="next"><%= it.texts.next %></a><% } %>
</nav><% } %>
${BASKET_BAR}
`

/** What can be chosen in a package: the choices stand in the address until it is put into the basket. */
export const PACKAGE_TEMPLATE = `
${NOTICE}
<p class="back"><a class="linked" href="<%= it.path %><%= it.query %>"><%= it.texts.back %></a></p>
<h1><%= it.title %></h1>
<form method="get" action="<%= it.path %>/package/<%= it.variantId %>">
<input type="hidden" name="variant_id" value="<%= it.variantId %>"><input type="hidden" name="lang" value="<%= it.language %>">
<% for (const field of it.fields) { %><% if (field.options) { %><fieldset class="card"><legend><%= field.legend %></legend>
<% for (const one of field.options) { %><label class="choice"><input type="radio" name="<%= field.name %>" value="<%= one.value %>"<% if (one.isChosen) { %> checked<% } %>> <%= one.label %></label><% } %></fieldset><% } else { %><div class="card">
<% if (field.box) { %><input type="hidden" name="<%= field.box.seen %>" value="1"><label class="choice"><input type="checkbox" name="<%= field.box.name %>" value="1"<% if (field.box.isChosen) { %> checked<% } %>> <%= field.label %></label><% } else { %><p><%= field.label %></p><% } %>
<% if (field.count) { %><div class="field"><label for="<%= field.count.name %>"><%= it.texts.quantity %><span class="sr"> <%= field.label %></span></label><input type="number" id="<%= field.count.name %>" name="<%= field.count.name %>" value="<%= field.count.value %>" min="1" max="100000" step="1" inputmode="numeric"></div><% } %></div><% } %>
<% } %>
<section class="card" aria-labelledby="costs">
<h2 id="costs"><%= it.texts.price %></h2>
<p class="prices" role="status"><span class="sr"><%= it.texts.your_price %></span> <strong><%= it.yours %></strong><% if (it.list) { %> <span class="sr"><%= it.texts.list_price %></span> <s><%= it.list %></s><% } %></p>
<p><button type="submit"><%= it.texts.show_price %></button></p>
<div class="put"><div class="field"><label for="quantity"><%= it.texts.quantity %></label><input type="number" id="quantity" name="quantity" value="<%= it.quantity %>" min="1" max="100000" step="1" inputmode="numeric" required></div>
<button type="submit" class="primary" formmethod="post" formaction="<%= it.path %>/add<%= it.query %>" name="form_key" value="<%= it.formKey %>"><%= it.texts.add %></button></div>
</section>
</form>
`

/** What is ordered, and what is said with it. */
export const BASKET_TEMPLATE = `
${NOTICE}
<p class="back"><a class="linked" href="<%= it.path %><%= it.query %>"><%= it.texts.back %></a></p>
<h1><%= it.texts.basket %></h1>
<% if (it.problems.length) { %><div class="note bad" role="alert"><p><strong><%= it.texts.problems %></strong></p><ul><% for (const one of it.problems) { %><li><% if (one.href) { %><a href="<%= one.href %>"><%= one.text %></a><% } else { %><%= one.text %><% } %></li><% } %></ul></div><% } %>
<% if (it.changes.length) { %><div class="note warn" role="alert"><p><strong><%= it.texts.notice.changed %></strong></p><ul><% for (const one of it.changes) { %><li><%= one %></li><% } %></ul></div><% } %>
<% if (it.leftOut) { %><p class="note warn"><%= it.leftOut %></p><% } %>
<% if (!it.lines.length) { %><section class="card"><p><%= it.texts.basket_empty %></p><p><a class="as-button" href="<%= it.path %><%= it.query %>"><%= it.texts.back %></a></p></section><% } else { %>
<form method="post" action="<%= it.path %>/review<%= it.query %>" novalidate>
<input type="hidden" name="form_key" value="<%= it.formKey %>"><input type="hidden" name="turn" value="<%= it.turn %>"><input type="hidden" name="seen" value="<%= it.seen %>">
<section class="card" aria-labelledby="what">
<h2 id="what"><%= it.texts.goods %></h2>
<table class="lines">
<thead><tr><th scope="col"><%= it.texts.article %></th><th scope="col" class="money"><%= it.texts.price %></th><th scope="col" class="count"><%= it.texts.quantity %></th><th scope="col" class="money"><%= it.texts.sum %></th></tr></thead>
<tbody>
<% for (const line of it.lines) { %><tr><th scope="row"><%= line.title %><% if (line.detail) { %><span class="detail"><%= line.detail %></span><% } %><% if (line.problem) { %><span class="detail problem"><%= line.problem %></span><% } %></th>
<td class="money each"><%= line.each %><% if (line.list) { %><span class="detail"><s><%= line.list %></s></span><% } %></td>
<td class="count"><input type="number" name="n-<%= line.id %>" value="<%= line.quantity %>" min="0" max="100000" step="1" inputmode="numeric" aria-label="<%= it.texts.quantity %> <%= line.title %> <%= line.detail %>"></td>
<td class="money"><%= line.sum %></td></tr>
<% } %></tbody>
<tfoot><tr class="total"><th scope="row" colspan="3"><%= it.texts.estimate %></th><td class="money"><%= it.estimate %></td></tr></tfoot>
</table>
<p class="soft"><%= it.texts.remove_hint %> <%= it.texts.estimate_hint %></p>
<p><button type="submit" formaction="<%= it.path %>/basket<%= it.query %>"><%= it.texts.update %></button></p>
</section>
<section class="card" aria-labelledby="details">
<h2 id="details"><%= it.texts.details %></h2>
<div class="form-grid">
<% for (const field of it.fields) { %><div class="field <%= field.isWhole ? "whole" : "" %>"><label for="<%= field.id %>"><%= field.label %><% if (!field.isRequired) { %> <span class="soft">(<%= it.texts.optional %>)</span><% } %></label><% if (field.kind === "textarea") { %><textarea id="<%= field.id %>" name="<%= field.name %>" maxlength="2000"<% if (field.problem) { %> aria-invalid="true" aria-describedby="<%= field.id %>-problem"<% } %>><%= field.value %></textarea><% } else if (field.kind === "select") { %><select id="<%= field.id %>" name="<%= field.name %>"<% if (field.problem) { %> aria-invalid="true" aria-describedby="<%= field.id %>-problem"<% } %>><% for (const one of field.options) { %><option value="<%= one.value %>"<% if (one.value === field.value) { %> selected<% } %>><%= one.label %></option><% } %></select><% } else { %><input type="<%= field.kind %>" id="<%= field.id %>" name="<%= field.name %>" value="<%= field.value %>"<% if (field.autocomplete) { %> autocomplete="<%= field.autocomplete %>"<% } %><% if (field.min) { %> min="<%= field.min %>"<% } %><% if (field.isRequired) { %> required<% } %><% if (field.problem) { %> aria-invalid="true" aria-describedby="<%= field.id %>-problem"<% } %>><% } %><% if (field.problem) { %><span class="problem" id="<%= field.id %>-problem"><%= field.problem %></span><% } %></div>
<% } %></div>
<div class="actions"><button type="submit" class="primary"><%= it.texts.review %></button></div>
</section>
</form>
<% } %>
`

/** The order as it will be made, to be confirmed. */
export const REVIEW_TEMPLATE = `
${NOTICE}
<p class="back"><a class="linked" href="<%= it.path %>/basket<%= it.query %>"><%= it.texts.change %></a></p>
<h1><%= it.texts.check %></h1>
<p class="intro soft"><%= it.texts.check_hint %></p>
<% if (it.changes.length) { %><div class="note warn" role="alert"><ul><% for (const one of it.changes) { %><li><%= one %></li><% } %></ul></div><% } %>
<% if (!it.cart) { %><section class="card"><p><%= it.texts.preparing %></p><p><a class="as-button" href="<%= it.path %>/review<%= it.query %>"><%= it.texts.reload %></a></p></section><% } else { %>
<section class="card" aria-labelledby="what">
<h2 id="what"><%= it.texts.goods %></h2>
<table>
<thead><tr><th scope="col"><%= it.texts.article %></th><th scope="col" class="money"><%= it.texts.sum %></th></tr></thead>
<tbody><% for (const line of it.cart.lines) { %><tr><th scope="row"><%= line.title %><% for (const detail of line.details) { %><span class="detail"><%= detail %></span><% } %></th><td class="money"><%= line.sum %><% if (line.list) { %><span class="detail"><span class="sr"><%= it.texts.list_price %></span> <s><%= line.list %></s></span><% } %></td></tr>
<% } %></tbody>
<tfoot><% for (const row of it.cart.sums) { %><tr<% if (row.isTotal) { %> class="total"<% } %>><th scope="row"><%= row.label %></th><td class="money"><%= row.amount %></td></tr><% } %></tfoot>
</table>
<% if (it.cart.taxIncluded) { %><p class="soft"><%= it.cart.taxIncluded %></p><% } %>
</section>
<section class="card" aria-labelledby="details">
<h2 id="details"><%= it.texts.details %></h2>
<dl><% for (const row of it.cart.details) { %><dt><%= row.label %></dt><dd><%= row.value %></dd><% } %></dl>
</section>
<section class="card">
<% if (it.cart.tooLittle) { %><p class="note warn" role="alert"><%= it.cart.tooLittle %></p><% } else { %>
<p><%= it.cart.paid %></p>
<form method="post" action="<%= it.path %>/order<%= it.query %>"><input type="hidden" name="form_key" value="<%= it.formKey %>"><input type="hidden" name="turn" value="<%= it.cart.turn %>"><input type="hidden" name="attempt" value="<%= it.cart.attempt %>"><input type="hidden" name="shown" value="<%= it.cart.shown %>"><button type="submit" class="primary"><%= it.texts.order %></button></form>
<% } %>
</section>
<% } %>
`

/** That the order was made, with its number. */
export const DONE_TEMPLATE = `
<section class="card" aria-labelledby="done">
<p><span class="badge good">✓</span></p>
<h1 id="done"><%= it.texts.done %></h1>
<p class="number"><%= it.number %></p>
<p><%= it.texts.total %>: <strong><%= it.total %></strong></p>
<p class="soft"><%= it.texts.done_hint %></p>
<p><a class="as-button" href="<%= it.path %><%= it.query %>"><%= it.texts.more %></a></p>
</section>
`
