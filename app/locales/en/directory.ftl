# The directory of institutions.
directory-title = Institutions
directory-lead = Schools, kindergartens and centres: where they are, when they are open, how to reach them and what they offer.
directory-all = All institutions with their addresses
directory-search = Find an institution
directory-search-hint = Name, number, street or town. Letters without accents will do.
directory-kind = Kind
directory-any-kind = All kinds
directory-municipality = Municipality
directory-any-municipality = All municipalities
directory-clear = Show all
directory-kind-region = Region
directory-kind-municipality = Municipality
directory-kind-institution = Institution
directory-kind-training-centre = Training centre
directory-kind-support-centre = Support centre
directory-count =
    { $count ->
        [one] { $count } institution
       *[other] { $count } institutions
    }
directory-offered =
    { $count ->
        [one] { $count } group on offer
       *[other] { $count } groups on offer
    }
directory-nothing = We found nothing like this
directory-nothing-text = Try fewer words, or only the town. If it should be here, ask us.
directory-all-of = All institutions: { $name }
directory-reach = Address and contact
directory-map = Show on a map
directory-no-answers = This institution does not answer messages here yet: call, or look at the page
directory-offer = On offer
directory-offer-none = Nothing is on offer here at the moment.
directory-offer-all =
    { $count ->
        [one] Look for more in the catalogue: { $count } group of this institution
       *[other] See all { $count } groups of this institution in the catalogue
    }
