// Writes what was found, how it was understood, and where to go from there.
#include "present/page/results_page.h"

#include <algorithm>

#include "common/strings/escape_html.h"
#include "common/strings/text_list.h"
#include "present/highlight.h"
#include "present/page/facet_links.h"
#include "present/page/page_frame.h"
#include "present/page/section_html.h"

namespace pressmark {
namespace {

std::string search_link(PageSite const& site, SearchAddress address, std::string const& query) {
  address.query = query;
  address.offset = 0;
  return "<a href=\"" + page_link(site, address) + "\">" + escape_html(query) + "</a>";
}

std::string about(Hit const& hit) {
  std::string html;
  auto const add = [&](std::string const& part) { append_item(html, part, " · "); };
  if (hit.published) {
    add(element("time", "datetime=\"" + format_rfc3339(*hit.published) + '"', format_day(*hit.published)));
  }
  if (!hit.author.empty()) add(escape_html(hit.author));
  if (!hit.site.empty()) add(escape_html(hit.site));
  for (auto const& category : hit.categories) add(escape_html(category));
  return html.empty() ? html : "<p class=\"about\">" + html + "</p>\n";
}

std::string hit_html(Hit const& hit) {
  auto const title = hit.title.text.empty() ? "(untitled)" : highlight_html(hit.title);
  auto html = "<li>\n<article" +
              (hit.language.empty() ? std::string() : " lang=\"" + escape_html(hit.language) + '"') +
              ">\n<h2>" + linked(hit.url, title) + "</h2>\n" + about(hit);
  for (auto const& section : hit.sections) html += section_html(section, hit.url);
  return html + "</article>\n</li>\n";
}

std::string count_sentence(SearchResults const& results, SearchAddress const& address) {
  if (results.total == 0 && results.partial) return "Nothing found in time";
  if (results.total == 0) {
    return address.query.empty() ? "No posts" : "Nothing found for “" + address.query + "”";
  }
  auto sentence = (results.exact_total ? "" : "About ") + counted(results.total, "post");
  if (!address.query.empty()) sentence += " for “" + address.query + "”";
  if (results.all_words_total > 0) {
    sentence += ", " + std::to_string(results.all_words_total) + " with all words";
  }
  if (results.offset == 0) return sentence;
  if (results.hits.empty()) return sentence + ", none on this page";
  return sentence + ", " + std::to_string(results.offset + 1) + " to " +
         std::to_string(results.offset + results.hits.size()) + " shown";
}

// How the query was read, where that is not as it was typed.
std::string reading(SearchResults const& results, SearchAddress const& address, PageSite const& site) {
  std::string html;
  if (results.partial) html += "<p>Time ran out; this is what was found until then.</p>\n";
  if (results.corrected_query) {
    html += "<p>Searched for " + search_link(site, address, *results.corrected_query) + " instead.</p>\n";
  } else if (results.relaxation == Relaxation::prefix) {
    html += "<p>The last word was read as the beginning of one.</p>\n";
  }
  if (!results.missing_words.empty()) {
    html += element("p", "", "No post has all words; left out: " + join(results.missing_words)) + '\n';
  }
  if (results.did_you_mean) {
    html += "<p>Did you mean " + search_link(site, address, *results.did_you_mean) + "?</p>\n";
  }
  for (auto const& warning : results.warnings) html += element("p", "", warning.message) + '\n';
  return html.empty() ? html : "<div class=\"notes\">\n" + html + "</div>\n";
}

std::string suggestion_html(Suggestion const& suggestion, PageSite const& site) {
  auto const text = highlight_html(suggestion.text);
  if (suggestion.kind != SuggestionKind::category) return "<li>" + linked(suggestion.url, text) + "</li>\n";
  SearchAddress category;
  category.categories = {suggestion.text.text};
  return "<li>Category <a href=\"" + page_link(site, category) + "\">" + text + "</a></li>\n";
}

std::string offers(Suggestions const& suggestions, SearchAddress const& address, PageSite const& site) {
  std::string items;
  for (auto const& suggestion : suggestions.items) items += suggestion_html(suggestion, site);
  std::string html;
  if (!items.empty()) html += "<h2>Perhaps one of these</h2>\n<ul class=\"offers\">\n" + items + "</ul>\n";
  SearchAddress bare;
  bare.query = address.query;
  if (address.query.empty()) return html;
  if (subscription(bare) != subscription(address)) {
    html += "<p><a href=\"" + page_link(site, bare) + "\">Search without filters</a></p>\n";
  }
  return html + "<p><a href=\"" + page_link(site, {}) + "\">All posts, newest first</a></p>\n";
}

std::string page_links(SearchResults const& results, SearchAddress const& address, PageSite const& site,
                       std::size_t max_window) {
  if (address.limit == 0) return {};
  if (results.hits.empty() && results.total > 0) {
    auto first = address;
    first.offset = 0;
    return "<p><a href=\"" + page_link(site, first) + "\">The first page</a></p>\n";
  }
  auto const link = [&](std::size_t offset, std::string const& attributes, std::string const& label) {
    auto page = address;
    page.offset = offset;
    return "<a " + attributes + " href=\"" + page_link(site, page) + "\">" + label + "</a>\n";
  };
  std::string links;
  if (address.offset > 0) {
    links += link(address.offset - std::min(address.offset, address.limit), "rel=\"prev\"", "Previous");
  }
  auto const next = address.offset + address.limit;
  if (next < results.total && next + address.limit <= max_window) {
    links += link(next, "rel=\"next\"", "Next");
  }
  if (links.empty()) return links;
  auto const number =
      element("span", "aria-current=\"page\"", "Page " + std::to_string(address.offset / address.limit + 1)) +
      '\n';
  auto const middle = links.find("<a rel=\"next\"");
  links.insert(std::min(middle, links.size()), number);
  return "<nav class=\"pages\" aria-label=\"Pages\">\n" + links + "</nav>\n";
}

std::string subscribe_link(SearchAddress const& address, PageSite const& site) {
  auto const url = site.base_path + search_reference(kAtomFeed, subscription(address));
  return "<p class=\"subscribe\"><a rel=\"nofollow\" type=\"application/atom+xml\" href=\"" +
         escape_html(url) + "\">Subscribe to this search</a></p>\n";
}

}  // namespace

std::string results_page(SearchResults const& results, SearchAddress const& address,
                         Suggestions const& suggestions, PageSite const& site, std::size_t max_window) {
  auto main = element("p", "role=\"status\"", count_sentence(results, address)) + '\n' +
              reading(results, address, site);
  if (results.total == 0) {
    main += offers(suggestions, address, site);
  } else if (!results.hits.empty()) {
    main += "<ol class=\"results\" start=\"" + std::to_string(results.offset + 1) + "\">\n";
    for (auto const& hit : results.hits) main += hit_html(hit);
    main += "</ol>\n";
  }
  main += page_links(results, address, site, max_window) + subscribe_link(address, site) +
          facet_links(results, address, site);
  return framed_page(site, address, main);
}

std::string problem_page(HttpProblem const& problem, PageSite const& site) {
  auto main = element("h2", "", http_title(problem.status)) + '\n' + element("p", "", problem.detail) + '\n';
  if (!problem.hint.empty()) main += element("p", "", problem.hint) + '\n';
  return framed_page(site, {}, main);
}

}  // namespace pressmark
