// What every post passes on its way out of a parser, whatever the format.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "indexer/item/feed.h"
#include "indexer/item/identity.h"
#include "indexer/item/parse_options.h"
#include "indexer/item/place.h"

namespace pressmark {

// An item as its format's parser read it.
struct FeedItem {
  Post post;                       // its site is filled in later if it is that of the whole source
  std::string kept_back;           // why it is not public ("a draft"); empty if it is
  std::vector<std::string> flaws;  // details that could not be read
};

// Takes the items of one source, which is read twice: the first time to learn which guids identify
// a post, the second to give the posts out. Counts and names in `report` what is left out: items
// without substance or too large, repeated ones, those that are not public or whose time has not
// come, and those beyond the limit.
class Admission {
 public:
  // All must outlive the Admission, as must the files of places.
  Admission(ParseOptions const& options, TakePost const& take, FeedReport& report);

  void begin_second_pass();

  void admit(FeedItem&& item, Place place);
  // An item that could not be read.
  void refuse(std::string const& why, Place place);
  // A detail of it that could not. What several files share is named with the first of them.
  void note(std::string what, Place place);

  // After the second pass.
  void finish();

 private:
  [[nodiscard]] bool is_usable(Post const& post, Place place);
  [[nodiscard]] bool is_beyond_limit(Place place);
  void join_repeated();
  [[nodiscard]] static std::string repeats(Place earlier);
  void note_kept_back();

  ParseOptions const& options_;
  TakePost const& take_;
  FeedReport& report_;
  Identities identities_;
  bool gives_ = false;  // in the second pass
  std::size_t items_ = 0;
  Place first_beyond_;
  std::map<std::size_t, std::size_t> repeated_;  // further files with a problem of the report
  std::map<std::string, std::size_t> kept_back_;
  std::size_t waiting_ = 0;
  std::optional<Timestamp> next_;  // when the first of them comes
};

// The site of a source: as the options say, else the host of the first of `urls` that leads to the
// web, else the source's name.
[[nodiscard]] std::string site_of(ParseOptions const& options, std::vector<std::string> const& urls);

}  // namespace pressmark
