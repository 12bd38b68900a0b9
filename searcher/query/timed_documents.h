// What makes Xapian end a match in the middle.
#pragma once

#include <xapian.h>

#include "common/base/time_limit.h"

namespace pressmark {

// All documents, as long as there is time. In an AND it ends the match when time is over, and the
// MSet holds what was found until then. It weighs nothing. Keeps a reference to `time`.
//
// In an AND Xapian walks through the rarest list and looks up its documents in the others. This list
// claims to be a little rarer than terms that all documents have, so that Xapian never walks through one of
// those without weight. It would then read the list of all documents under the term's name, and fail with
// "Unexpected end of posting list" where that list has several parts, as after a removal (1.4.22).
class TimedDocuments : public Xapian::PostingSource {
 public:
  explicit TimedDocuments(TimeLimit& time) : time_(time) {}

  // `query` as long as there is time; for one match at a time.
  [[nodiscard]] Xapian::Query timed(Xapian::Query const& query) {
    return {Xapian::Query::OP_FILTER, query, Xapian::Query(this)};
  }

  // The last document that the last match let pass, 0 if there was none.
  [[nodiscard]] Xapian::docid last_passed() const noexcept { return passed_; }

  // The bounds are right, so that those of the match are; the estimate, which tells Xapian what is
  // rarest, lies below.
  [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return documents_; }
  [[nodiscard]] Xapian::doccount get_termfreq_est() const override { return documents_ - 1; }
  [[nodiscard]] Xapian::doccount get_termfreq_max() const override { return documents_; }
  [[nodiscard]] Xapian::docid get_docid() const override { return passed_; }
  [[nodiscard]] bool at_end() const override { return at_end_; }

  void init(Xapian::Database const& database) override;
  void next(double min_weight) override;
  void skip_to(Xapian::docid document, double min_weight) override;
  bool check(Xapian::docid document, double min_weight) override;

 protected:
  [[nodiscard]] TimeLimit& time() const noexcept { return time_; }

 private:
  TimeLimit& time_;
  Xapian::doccount documents_ = 0;
  Xapian::docid last_ = 0;
  Xapian::docid passed_ = 0;
  bool at_end_ = false;
};

// The same for phrases, any number of which may stand in a query. Xapian goes from document to
// document there until one has the phrase, and asks nobody in between.
class TimedPhrases final : public TimedDocuments {
 public:
  using TimedDocuments::TimedDocuments;
  [[nodiscard]] Xapian::PostingSource* clone() const override;
};

}  // namespace pressmark
