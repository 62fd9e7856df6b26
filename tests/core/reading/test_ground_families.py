"""Every spelling of a ground, and what only looks like one."""

from __future__ import annotations

import pytest

from requests_app.core.reading import read_reply
from requests_app.core.reading.grounds import find_grounds
from requests_app.core.reading.lines import lines_of, source_of

ASKED = (
    "Dear A Person\nThank you for your request.\nYou asked\n1. How many officers are there?\nOur response\n"
)

RELIED_ON = {
    "This is exempt under sections 30(b)(i) and (ii) (substantial inhibition), 33(1)(b) (commercial interests) and 38(1)(b) (personal data) of FOISA.": ["30(b)(i) and (ii)", "33(1)(b)", "38(1)(b)"],
    "Under section 25(1) of FOISA, we do not have to give you information which is already reasonably accessible to you.": ["25(1)"],
    "As the information is already publicly available Section 25 of FOISA is applicable.": ["25"],
    "I therefore give notice that section 12(1) of the Act applies.": ["12(1)"],
    "As such, Section 12(1) of the Act applies.": ["12(1)"],
    "In terms of Section 16 of the Freedom of Information (Scotland) Act 2002, I am refusing to provide this. The exemption I consider applies is at Section 25(1) – Information Otherwise Accessible.": ["25(1)"],
    "In terms of section 18 of FOISA we neither confirm nor deny; the exemption would be section 35(1)(a).": ["35(1)(a)"],
    "Under section 18(1) of FOISA, read with section 38, we neither confirm nor deny.": ["38"],
    "The names are withheld under s.40(2) FOIA.": ["40(2)"],
    "The names are withheld under S.40 (2).": ["40 (2)"],
    "Names have been redacted, s40(2).": ["40(2)"],
    "Redacted: Section 40(2)": ["40(2)"],
    "This is exempt, S31(1)(a)(b) and S38(1)(a)(b).": ["31(1)(a)(b)", "38(1)(a)(b)"],
    "Sections 24(1) and 31(1)(a)(b) apply.": ["24(1)", "31(1)(a)(b)"],
    "By virtue of Section 40(2)&(3A)(a) it is exempt.": ["40(2)&(3A)(a)"],
    "It is exempt under Section 40(2) as the conditions in section 40(3A)(a) are met. Section 40(7) defines the terms.": ["40(2)"],
    "Sections 21, 22 and 40(2) apply.": ["21", "22", "40(2)"],
    "Section 21 & 22 apply.": ["21", "22"],
    "Section 21 applies. 45 records were found.": ["21"],
    "Section 21 applies to 45 and 30 of the documents.": ["21"],
    "We refuse under regulations 12(4)(b), 12(4)(e) and 13 of the EIR.": ["Regulation 12(4)(b)", "Regulation 12(4)(e)", "Regulation 13"],
    "Regulation 12(2) has a presumption in favour of disclosure. Regulation 12(1)(b) requires a public interest test. We apply Regulation 12(5)(e).": ["Regulation 12(5)(e)"],
    "The exception at Reg 12(5)(f) is engaged.": ["Regulation 12(5)(f)"],
    "We rely on exception 12(4)(d) (material in the course of completion).": ["Regulation 12(4)(d)"],
    "It is excepted from disclosure under EIR Regulation 12(5)(b).": ["Regulation 12(5)(b)"],
    "The EIR exceptions relied on are r12(4)(b) and r.13.": ["Regulation 12(4)(b)", "Regulation 13"],
    "Under regulation 10(5)(e) and regulation 11(2) of the Environmental Information (Scotland) Regulations 2004 it is withheld.": ["Regulation 10(5)(e)", "Regulation 11(2)"],
    "We are not obliged to comply: section 14(1) (vexatious).": ["14(1)"],
    "Your request is deemed to be vexatious under Section 14(1).": ["14(1)"],
    "It repeats an earlier request and is refused under section 14(2).": ["14(2)"],
    "Section 12(1) of the Act does not oblige an authority to comply where the cost would exceed the appropriate limit. It would take 60 hours, so the request is refused.": ["12(1)"],
    "We estimate that it would exceed 18 hours. Section 12 of the FOI Act is engaged.": ["12"],
    "Note too that under Section 12(1) authorities need not comply beyond the limit. It is exempt under section 21.": ["21"],
    "If you ask again section 12 may apply. The list is exempt under section 43(2).": ["43(2)"],
    "I no longer rely on section 43(2). I uphold the refusal under section 42(1).": ["42(1)"],
    "Section 43(2) does not apply. Section 36(2)(b)(i) is engaged.": ["36(2)(b)(i)"],
    "Section 36(2)(b)(i), (ii) and (c) are engaged.": ["36(2)(b)(i), (ii) and (c)"],
    "by virtue of the following exemptions:\nSection 30(1)(a)(i) – Investigations\nSection 31(1)(a)(b) – Law Enforcement\nSection 40(2)(3)&(4) – Personal Information": ["30(1)(a)(i)", "31(1)(a)(b)", "40(2)(3)&(4)"],
    "by virtue of the following exemptions:\n- s30(1)(a) - Investigations\n- s31(1)(a) - Law Enforcement\n": ["30(1)(a)", "31(1)(a)"],
    "The exemptions are:\nS23(5) Information supplied by security bodies\nS24(2) National Security\nS31(3) Law Enforcement": ["23(5)", "24(2)", "31(3)"],
    "We neither confirm nor deny that we hold any other information by virtue of the following:\nSection 23(5) - Information supplied by, or concerning, certain Security Bodies\nSection 24(2) – National Security": ["23(5)", "24(2)"],
    "Section 40(5B)(a)(i) – neither confirm nor deny.": ["40(5B)(a)(i)"],
    "In accordance with Section 38(1)(b) of the Freedom of Information (Scotland) Act 2002 it has been exempted.": ["38(1)(b)"],
    "Section 44(1)(a) applies because section 39 of the Statistics and Registration Service Act 2007 forbids disclosure.": ["44(1)(a)"],
    "Section 12: exceeds the limit": ["12"],
    "The documents are exempt from disclosure by section 22A of the Act.": ["22A"],
    "They're exempt by virtue of Section 21(1) and, in part, Section 22(1).": ["21(1)", "22(1)"],
    "The exemption in section 35(1)(a) and (b) is engaged.": ["35(1)(a) and (b)"],
    "Section 35 is a qualified exemption. Withheld under section 35(1)(a).": ["35(1)(a)"],
    "Section 41 - Information provided in confidence\n\nSection 41 provides that...": ["41"],
    "The information is accessible by other means (section 21).": ["21"],
    "See our website: Section 21.": ["21"],
    "It has been published already and so s.21 is relevant.": ["21"],
    "This counts as personal data of third parties and is therefore covered by Section 40 of the Act.": ["40"],
    "The information falls within section 40(2).": ["40(2)"],
    "Disclosure would be likely to prejudice commercial interests, section 43(2).": ["43(2)"],
    "The information attracts the section 31(1)(g) exemption.": ["31(1)(g)"],
    "I am withholding it as I consider that Section 27(1)(a), (b), (c) and (d) apply.": ["27(1)(a), (b), (c) and (d)"],
    "Exemption: Section 43 (2)": ["43 (2)"],
    "FOI Exemption 40(2) is applied.": ["40(2)"],
    "Exempt – S.38(1)(a)": ["38(1)(a)"],
    "Exemption applied: 31(1)(a)": ["31(1)(a)"],
    "S43 as above.": ["43"],
    "Section 40 (2) is an absolute, class-based exemption and section 31 is a qualified, prejudice-based exemption.": ["40 (2)", "31"],
    "Some personal data has been removed, as required by section 40(2) of the FOI Act.": ["40(2)"],
    "The exemption in section 44(1)(a) FOIA applies by virtue of section 23(1) of the Commissioners for Revenue and Customs Act 2005.": ["44(1)(a)"],
    "The exemption in section 44(1)(a) FOIA applies by virtue of section 23(1) CRCA.": ["44(1)(a)"],
    "An exemption under section(s) 38(1)(b) of FOISA applies.": ["38(1)(b)"],
    "Exemptions under sections s.30(b)(i) and s.38(1)(b) of FOISA apply.": ["30(b)(i)", "38(1)(b)"],
    "We apply Regulation 12(4)b and Regulation 12 (5) (e).": ["Regulation 12(4)b", "Regulation 12 (5) (e)"],
    "It is due to be published in May: section 22 (future publication).": ["22"],
    "Section 40(2)(a)(b) by virtue of Section 40(3A)(a) – Personal Information": ["40(2)(a)(b)"],
    "Under section 43 it's commercially sensitive.": ["43"],
    "This response serves as a Refusal Notice under Section 17 of the Act by virtue of section 30(1)(a)(b)(c).": ["30(1)(a)(b)(c)"],
    "Pursuant to Section 17(1)(a), (b) and (c) this is a refusal notice. Section 31 - Law Enforcement is a qualified exemption.": ["31"],
    "Section 30 Investigations and Proceedings Conducted by Public Authorities\nInformation held relating to criminal proceedings.": ["30"],
    "1. Section 40(2) – Personal information\n2. Section 43(2) – Commercial interests": ["40(2)", "43(2)"],
    "Section 23(5) Security": ["23(5)"],
    "It is exempt under 31(1)(a) and 38(1)(b).": ["31(1)(a)", "38(1)(b)"],
    "Redacted under FOIA 40(2).": ["40(2)"],
    "Withheld (s21).": ["21"],
    "Sections 31(1)(a) & (b) and 38(1)(a) & (b) are engaged.": ["31(1)(a) & (b)", "38(1)(a) & (b)"],
    "The Trust is withholding the names under Section 40 (2) (a) (b) by virtue of 40 (3) (A) (a) of the Act.": ["40 (2) (a) (b)"],
    "Disclosure is barred by section 28 of the Health and Safety at Work etc. Act 1974, which applies to it, and it is exempt under section 44(1)(a).": ["44(1)(a)"],
}  # fmt: skip

MENTIONED = [
    "Section 17(5) requires a notice where an authority is relying on a claim that section 12 or 14 applies.",
    "This is a formal notice under section 17(1) of FOISA that we do not hold it.",
    "Under regulation 11 you may make representations. Regulation 9 obliges us to advise. Regulation 14 says how to refuse. Regulation 18 applies on appeal.",
    "Please note that exemptions such as section 31 and section 40 may apply to a narrowed request. Here are the figures: 12.",
    "Offences under section 23 of the Public Order Act apply. Section 12 of the Licensing Act applies.",
    "Section 29 of the Data Protection Act 1998 applies to them.",
    "Section 31 orders under the Children Act 1989, s.31, apply.",
    "section 41 of the Local Government (Miscellaneous Provisions) Act 1982 applies.",
    "The right of access in section 1(1)(b) is subject to the exemptions in Part II and to sections 12 and 14.",
    "Section 17 requires that where information is exempt a notice be given. Section 2(2)(b) sets the public interest test. Section 45 code. Section 50 complaints. Section 16 advice.",
    "We consider that the information you seek at 21 and 22 is not held.",
    "A section 21 notice was served on 30 tenants and the deposit was withheld.",
    "12 section 30 orders were refused.",
    "There were 30 section 39 assaults and 12 were refused charge.",
    "Section 21 Notices were served on 30 tenants and 4 were withheld.",
    "Regulation 12 of the Control of Asbestos Regulations 2012 applies. Regulation 13 was relied on by the inspector under CDM.",
    "In line with regulation 6 of RIDDOR the data were withheld by the employer. Under regulation 13 he refused.",
    "The Council's 40 cars are exempt from the charge.",
    "Under sections 29 and 30 of the Copyright, Designs and Patents Act 1988 an exception applies.",
    "The Section 151 Officer and the section 35 report were used.",
]  # fmt: skip


@pytest.mark.parametrize("reply", RELIED_ON)
def test_grounds_are_read_in_every_spelling(reply: str) -> None:
    assert list(read_reply(f"{ASKED}{reply}\n").exemptions) == RELIED_ON[reply]


@pytest.mark.parametrize("reply", MENTIONED)
def test_sections_merely_mentioned_are_no_grounds(reply: str) -> None:
    assert read_reply(f"{ASKED}{reply}\n").exemptions == ()


BESIDE = {
    "The report is therefore withheld under section 43(2).": ["43(2)"],
    "The Council relies on section 42(1) for the advice.": ["42(1)"],
    "Withheld under section 35(1)(a) (formulation of policy).": ["35(1)(a)"],
    "Section 38(1)(b) – Personal information": ["38(1)(b)"],
    "Why was section 31 relied on to refuse this last year?": [],
    "If you feel that section 12 applies please call me.": [],
    "I believe that section 40 does not apply to officers.": [],
    "Please do not tell me that it is exempt under section 21.": [],
}  # fmt: skip


@pytest.mark.parametrize("text", BESIDE)
def test_among_words_that_may_be_the_requesters_only_the_authoritys_count(text: str) -> None:
    source = source_of(text)
    found = find_grounds(source, (), cost=False, beside=lines_of(source))
    assert [ground.printed for ground in found] == BESIDE[text]


def test_grounds_in_an_annex_below_the_signature_count() -> None:
    text = f"{ASKED}1. The plan is refused. The grounds are at Annex A.\nYours sincerely\n\nA Person\n\nAnnex A\n\nSection 43(2) – Commercial interests\nIt would harm the supplier.\n"
    assert read_reply(text).exemptions == ("43(2)",)
