// Which forms of a compound are searchable.
#include "common/text/compound_terms.h"

namespace pressmark {

void CompoundTerms::write(Compound const& compound, Prefix prefix, std::size_t begin) {
  find_parts(compound);
  // Without its first part a token would seem to begin later than it does, and analysing from
  // there would give other terms.
  if (TermWriter::fits(parts_[0].form)) write_forms(compound, prefix, static_cast<std::uint32_t>(begin));
  writer_.end_token(parts_.size());
}

void CompoundTerms::write_forms(Compound const& compound, Prefix prefix, std::uint32_t begin) {
  if (prefix == Prefix::dot && !TermWriter::fits(dotted(begin))) prefix = Prefix::none;
  if (prefix == Prefix::dashes) write_flag(begin);
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    write_part(i, prefix, begin);
    write_joined(i);
    if (i == 0) write_ending(compound);
  }
}

void CompoundTerms::find_parts(Compound const& compound) {
  parts_.clear();
  for (auto const& letter : compound.letters) {
    if (parts_.empty() || letter.before >= Joint::number) {
      if (!parts_.empty()) parts_.back().form.text_end = letter.text;
      parts_.push_back({{letter.begin, letter.end, letter.text, compound.text_end}, letter.before});
    }
    parts_.back().form.end = letter.end;
  }
}

TermWriter::Form CompoundTerms::form(std::size_t first, std::size_t last) const {
  auto const& [begin, end, text_begin, text_end] = parts_[first].form;
  return {begin, parts_[last - 1].form.end, text_begin, parts_[last - 1].form.text_end};
}

// The first part with its dot, which stands at `begin`.
TermWriter::Form CompoundTerms::dotted(std::uint32_t begin) const {
  auto const& bare = parts_[0].form;
  return {begin, bare.end, bare.text_begin - 1, bare.text_end};
}

void CompoundTerms::write_part(std::size_t i, Prefix prefix, std::uint32_t begin) {
  auto const kind = parts_.size() == 1 ? TermKind::word : TermKind::part;
  auto const bare = parts_[i].form;
  if (i > 0 || prefix != Prefix::dot) return writer_.add(bare, kind, i, 1);
  // Prose means .NET by it, code mostly a member call on a line of its own.
  bool const prose = kind_ == TextKind::prose;
  writer_.add(dotted(begin), prose ? kind : TermKind::alternate, i, 1);
  writer_.add(bare, prose ? TermKind::alternate : kind, i, 1);
}

// The joined forms that start at part `first`: of each run of parts joined more tightly than
// the run's neighbours. Each run is looked at once per strength, so this is linear.
void CompoundTerms::write_joined(std::size_t first) {
  auto last = first + 1;
  for (auto const joint : {Joint::number, Joint::hump, Joint::hyphen, Joint::dot, Joint::path}) {
    if (first > 0 && parts_[first].before <= joint) return;  // a run of this strength began earlier
    auto const inner = last;
    while (last < parts_.size() && parts_[last].before <= joint) ++last;
    if (last > inner) writer_.add(form(first, last), TermKind::joined, first, last - first);
  }
}

// "engines" beside "engine's".
void CompoundTerms::write_ending(Compound const& compound) {
  if (compound.ending_text_end == compound.text_end) return;
  auto whole = form(0, parts_.size());
  whole.end = compound.ending_end;
  whole.text_end = compound.ending_text_end;
  writer_.add(whole, TermKind::alternate, 0, parts_.size());
}

// "--dry-run", also for --dry_run.
void CompoundTerms::write_flag(std::uint32_t begin) {
  auto const whole = form(0, parts_.size());
  if (!TermWriter::fits(whole)) return;
  auto& arena = writer_.arena();
  auto const text_begin = writer_.arena_size();
  arena += "--";
  for (auto const& part : parts_) {
    if (arena.size() > text_begin + 2 && part.before >= Joint::hyphen) arena += '-';
    arena.append(arena, part.form.text_begin, part.form.text_end - part.form.text_begin);
  }
  writer_.add({begin, whole.end, text_begin, writer_.arena_size()}, TermKind::alternate, 0, parts_.size());
}

}  // namespace pressmark
