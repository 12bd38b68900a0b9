// What stands in a page's head: its title, its <meta> and <link> elements, its linked data.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/html/html_tree.h"
#include "indexer/item/feed.h"
#include "indexer/page/page_facts.h"

namespace pressmark {

// The first language of `value` as a BCP 47 tag: "en_US", as Open Graph writes it, gives "en-US", and HTTP's
// "de, en" gives "de". Empty for what is no tag.
[[nodiscard]] std::string language_tag(std::string_view value);

class PageHead {
 public:
  // Looks through the whole page: heads end early where markup is broken. `address` is where the page was
  // read, if that is on the web.
  PageHead(HtmlNode root, std::string const& address);

  // What <title> says, white space collapsed; often with the site's name before or after it.
  [[nodiscard]] std::string const& title() const { return title_; }

  // Where relative addresses start from: <base href>, else the page's own address.
  [[nodiscard]] std::string const& base_url() const { return base_url_; }

  // The feeds that <link rel=alternate> names, in their order and each once, at addresses on the web.
  [[nodiscard]] std::vector<ListedFeed> feeds() const;

  // The scripts with linked data (JSON-LD), as they stand.
  [[nodiscard]] std::vector<std::string> const& linked_data() const { return linked_data_; }

  // True if the page asks robots to leave it out of their index.
  [[nodiscard]] bool forbids_indexing() const;

  // The values of <meta> under a name (or `property`, or `http-equiv`), in any case.
  [[nodiscard]] std::vector<std::string> metas(std::string_view name) const;

  // The first value that is not empty under the first of `names` that has any.
  [[nodiscard]] std::string meta(std::span<std::string_view const> names) const;

  // A date that may be that of publishing or of the last change; empty if there is none.
  [[nodiscard]] std::string undetermined_date() const;

  // What Open Graph, Dublin Core and other names of <meta> agreed on say, and <link rel=canonical>.
  [[nodiscard]] PageFacts facts() const;

 private:
  struct Meta {
    std::string name;  // in lower case
    std::string value;
  };

  void read(HtmlNode node);
  void read_meta(HtmlNode meta);
  void read_link(HtmlNode link);

  [[nodiscard]] std::vector<std::string> authors() const;
  [[nodiscard]] std::vector<std::string> categories() const;
  [[nodiscard]] std::string language() const;

  std::string title_;
  std::string base_url_;
  std::string canonical_;
  std::string language_;
  std::vector<Meta> metas_;
  std::vector<std::string> linked_data_;
  std::vector<ListedFeed> feeds_;  // addresses as written
};

}  // namespace pressmark
