// Parts of a tree of HTML as markup again, fit to be kept: without scripts, handlers and relative links.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "indexer/html/html_tree.h"

namespace pressmark {

// What of an element is written.
enum class Written : std::uint8_t { whole, content, nothing };

// Decides for each element; elements beneath one with `nothing` are not asked about.
using ChooseWritten = std::function<Written(HtmlNode)>;

// `node` and what is beneath it. Of the attributes those that bear meaning are written: ids, classes, links,
// texts, dates, the shape of tables and lists. Links and images are made absolute with `base_url`, which may
// be empty; links that lead nowhere on the web ("javascript:…") are left out. Images that scripts load
// later get their address.
[[nodiscard]] std::string write_html(HtmlNode node, std::string const& base_url, ChooseWritten const& choose);

}  // namespace pressmark
