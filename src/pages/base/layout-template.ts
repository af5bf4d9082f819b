/** What stands around every page. `it.body` is HTML that was drawn by a template. */
export const LAYOUT = `<!doctype html>
<html lang="<%= it.language %>">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title><%= it.title %></title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="<%= it.assets.style %>">
<% for (const href of it.styles) { %><link rel="stylesheet" href="<%= href %>">
<% } %><% for (const src of it.scripts) { %><script src="<%= src %>" defer></script>
<% } %></head>
<body<% if (it.isWide) { %> class="wide"<% } %>>
<a class="skip" href="#content"><%= it.texts.skip %></a>
<header class="top">
<p class="seller"><%= it.seller.name %></p>
<% if (it.languages.length) { %><nav aria-label="<%= it.texts.languages %>"><ul class="languages">
<% for (const one of it.languages) { %><li><a href="<%= one.href %>" hreflang="<%= one.code %>" lang="<%= one.code %>"<% if (one.code === it.language) { %> aria-current="true"<% } %>><%= one.name %></a></li>
<% } %></ul></nav>
<% } %></header>
<main id="content" tabindex="-1">
<%~ it.body %>
</main>
<footer class="bottom">
<% if (it.storefrontUrl) { %><p><a href="<%= it.storefrontUrl %>" rel="noreferrer"><%= it.texts.to_shop %></a></p>
<% } %><address><% for (const line of it.seller.lines) { %><%= line %><br><% } %><% if (it.seller.email) { %><a href="mailto:<%= it.seller.email %>"><%= it.seller.email %></a><% } %></address>
</footer>
</body>
</html>
`
