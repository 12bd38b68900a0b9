// Writes the head of a page and its search form.
#include "present/page/page_frame.h"

#include <array>
#include <utility>

#include "common/strings/escape_html.h"

namespace pressmark {
namespace {

std::string hidden(std::string_view name, std::string_view value) {
  return "<input type=\"hidden\" name=\"" + std::string(name) + "\" value=\"" + escape_html(value) + "\">\n";
}

std::string hidden_each(std::string_view name, std::vector<std::string> const& values) {
  std::string fields;
  for (auto const& value : values) fields += hidden(name, value);
  return fields;
}

// What a new query keeps of the search before it: its filters, not its page.
std::string kept_fields(SearchAddress const& address) {
  auto fields = hidden_each("category", address.categories) + hidden_each("author", address.authors) +
                hidden_each("site", address.sites) + hidden_each("lang", address.languages);
  if (!address.from.empty()) fields += hidden("from", address.from);
  if (!address.to.empty()) fields += hidden("to", address.to);
  if (address.limit != SearchAddress::kUsualLimit) fields += hidden("limit", std::to_string(address.limit));
  if (address.sections != SearchAddress::kUsualSections) {
    fields += hidden("sections", std::to_string(address.sections));
  }
  return fields;
}

std::string sort_choice(SortOrder chosen) {
  constexpr auto kOrders =
      std::to_array<std::pair<SortOrder, std::string_view>>({{SortOrder::relevance, "Best first"},
                                                             {SortOrder::newest, "Newest first"},
                                                             {SortOrder::oldest, "Oldest first"}});
  std::string choice = "<label for=\"sort\">Order</label>\n<select id=\"sort\" name=\"sort\">\n";
  for (auto const& [order, label] : kOrders) {
    auto attributes = "value=\"" + std::string(sort_order_name(order)) + '"';
    if (order == chosen) attributes += " selected";
    choice += element("option", attributes, label) + '\n';
  }
  return choice + "</select>\n";
}

std::string search_form(PageSite const& site, SearchAddress const& address) {
  return "<form role=\"search\" action=\"" + escape_html(site.base_path) +
         "/search\" method=\"get\">\n<label for=\"q\">Search posts</label>\n<input type=\"search\" id=\"q\" "
         "name=\"q\" value=\"" +
         escape_html(address.query) + "\" enterkeyhint=\"search\" autocomplete=\"off\">\n" +
         sort_choice(address.sort) + kept_fields(address) +
         "<button type=\"submit\">Search</button>\n</form>\n";
}

std::string link(std::string const& attributes, std::string const& url) {
  return "<link " + attributes + " href=\"" + escape_html(url) + "\">\n";
}

std::string subscription_links(PageSite const& site, SearchAddress const& address) {
  auto const wanted = subscription(address);
  auto const title = "title=\"" + escape_html(search_title(wanted, site.title)) + '"';
  return link("rel=\"alternate\" type=\"application/atom+xml\" " + title,
              site.base_path + search_reference(kAtomFeed, wanted)) +
         link("rel=\"alternate\" type=\"application/feed+json\" " + title,
              site.base_path + search_reference(kJsonFeed, wanted));
}

std::string head(PageSite const& site, SearchAddress const& address) {
  auto text = "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n" +
              element("title", "", search_title(address, site.title)) +
              "\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
              "<meta name=\"robots\" content=\"noindex\">\n<link rel=\"stylesheet\" href=\"" +
              escape_html(site.base_path) + "/search.css\">\n";
  if (!site.public_url.empty()) {
    text += link("rel=\"canonical\"", site.public_url + search_reference(kResultsPage, address));
  }
  return text + subscription_links(site, address) +
         link("rel=\"search\" type=\"application/opensearchdescription+xml\" title=\"" +
                  escape_html(site.title) + '"',
              site.base_path + std::string(kSearchDescriptionPath)) +
         "</head>\n";
}

}  // namespace

std::string page_link(PageSite const& site, SearchAddress const& address) {
  return escape_html(site.base_path + search_reference(kResultsPage, address));
}

std::string element(std::string_view name, std::string_view attributes, std::string_view text) {
  std::string html = "<";
  html += name;
  if (!attributes.empty()) html.append(" ").append(attributes);
  html += '>' + escape_html(text) + "</";
  return html.append(name) + '>';
}

std::string framed_page(PageSite const& site, SearchAddress const& address, std::string_view main) {
  return head(site, address) + "<body>\n<header>\n" + element("h1", "", site.title) + '\n' +
         search_form(site, address) + "</header>\n<main>\n" + std::string(main) +
         "</main>\n</body>\n</html>\n";
}

}  // namespace pressmark
