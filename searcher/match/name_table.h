// The names of an index: categories, authors, sites, languages, each with its commonest spelling.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>
#include <xapian.h>

#include "searcher/results/dimension.h"

namespace pressmark {

// The form under which a name of this dimension is filtered: name_key(), or the primary subtag of a
// language.
[[nodiscard]] std::string filter_key(Dimension dimension, std::string_view name);

// Made once per version of the index: reads the value slots of all posts, about 1 µs a post.
class NameTable {
 public:
  struct Name {
    std::string spelling;  // the commonest; the first in byte order among equals
    std::size_t posts = 0;
  };

  explicit NameTable(Xapian::Database const& database);

  // The names of a dimension by key.
  [[nodiscard]] std::map<std::string, Name, std::less<>> const& names(Dimension dimension) const {
    return names_[dimension];
  }
  // How the name with `key` is mostly spelled; the key itself if no post has it.
  [[nodiscard]] std::string spelling(Dimension dimension, std::string const& key) const;

  // Names a reader may have meant by one that no post has, the likeliest first: what contains it or
  // is contained in it, then what is few letters away. At most `limit` spellings.
  [[nodiscard]] std::vector<std::string> near(Dimension dimension, std::string_view name,
                                              std::size_t limit) const;

 private:
  ByDimension<std::map<std::string, Name, std::less<>>> names_;
};

}  // namespace pressmark
